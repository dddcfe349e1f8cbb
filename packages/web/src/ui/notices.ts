export type Notice = {
  text: string
  /** Puts back what was done. With it the notice stays longer. */
  undo?: () => void
}

type Shown = Notice & { id: number }

let shown: Shown | null = null
let count = 0
const listeners = new Set<() => void>()

function show(next: Shown | null) {
  shown = next
  for (const listener of listeners) listener()
}

/** Says that something happened ("Bewaard."), seen and heard, until the next notice or a while later. */
export function notify(notice: Notice): void {
  count += 1
  show({ ...notice, id: count })
}

/** Takes the notice away. */
export function clearNotice(): void {
  show(null)
}

export function currentNotice(): Shown | null {
  return shown
}

export function onNotice(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
