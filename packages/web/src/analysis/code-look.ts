import type { CodeLine } from './code-tree.ts'

/** What of a code is drawn at its quotes. */
export type CodeLook = { name: string; number: number | null; colour: string }
export type CodeLooks = ReadonlyMap<string, CodeLook>

/**
 * How each code looks. A code of which nothing that is drawn changed keeps the object it had in `before`, so that only its
 * own quotes are drawn anew; when none changed (only counts, for instance) all of it is `before`.
 */
export function looksOf(lines: readonly CodeLine[], before?: CodeLooks): CodeLooks {
  let kept = 0
  const looks = new Map<string, CodeLook>()
  for (const { code, number } of lines) {
    const { id, name, colour } = code
    const old = before?.get(id)
    const isSame = old?.name === name && old.number === number && old.colour === colour
    if (isSame) kept += 1
    looks.set(id, isSame ? old : { name, number, colour })
  }
  return before !== undefined && kept === looks.size && kept === before.size ? before : looks
}
