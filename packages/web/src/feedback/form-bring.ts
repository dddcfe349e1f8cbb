import type { BroughtForms } from '@weerklank/core/feedback/form.contract'
import { useRef, useState } from 'react'
import { textOfForm } from './form-file.ts'
import { bringForm, useRefreshForms } from './forms.queries.ts'

/** A file on its way: what became of it is told per file. */
export type Bringing = { key: number; name: string; file: File } & (
  | { state: 'waiting' | 'busy' }
  | { state: 'unread'; why: 'too-large' | 'no-text' | 'empty' }
  | { state: 'failed'; error: Error }
  | { state: 'told'; told: BroughtForms }
)
type Outcome =
  | { state: 'unread'; why: 'too-large' | 'no-text' | 'empty' }
  | { state: 'failed'; error: Error }
  | { state: 'told'; told: BroughtForms }

/** Brings in files one after the other, so that a heap of them never stands in memory together. */
export function useBringing() {
  const [files, setFiles] = useState<readonly Bringing[]>([])
  const refresh = useRefreshForms()
  const queue = useRef<Promise<void>>(Promise.resolve())
  const count = useRef(0)
  const set = (key: number, next: Outcome | { state: 'waiting' | 'busy' }) =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...pick(one), ...next } : one)))
  function enqueue(one: Pick<Bringing, 'key' | 'file'>) {
    queue.current = queue.current.then(async () => {
      set(one.key, { state: 'busy' })
      set(one.key, await outcomeOf(one.file))
      await refresh()
    })
  }
  return {
    files,
    bring(chosen: readonly File[]) {
      const added = chosen.map((file) => {
        count.current += 1
        return { key: count.current, name: file.name, file, state: 'waiting' as const }
      })
      setFiles((all) => [...all, ...added])
      for (const one of added) enqueue(one)
    },
    again(one: Bringing) {
      set(one.key, { state: 'waiting' })
      enqueue(one)
    },
  }
}

const pick = ({ key, name, file }: Bringing) => ({ key, name, file })

async function outcomeOf(file: File): Promise<Outcome> {
  try {
    const read = textOfForm(new Uint8Array(await file.arrayBuffer()))
    if ('refused' in read) return { state: 'unread', why: read.refused }
    return { state: 'told', told: await bringForm(read.text) }
  } catch (error) {
    return { state: 'failed', error: error instanceof Error ? error : new Error(String(error)) }
  }
}
