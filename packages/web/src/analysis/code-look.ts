import type { CodeLine } from './code-tree.ts'

/** What of a code is drawn at its quotes. */
export type CodeLook = { name: string; number: number | null; colour: string }
export type CodeLooks = ReadonlyMap<string, CodeLook>

/** How each code looks; the same object as `before` as long as nothing that is drawn changed, counts for instance. */
export function looksOf(lines: readonly CodeLine[], before?: CodeLooks): CodeLooks {
  const looks = new Map(
    lines.map(({ code: { id, name, colour }, number }) => [id as string, { name, number, colour }]),
  )
  const isSame =
    before !== undefined &&
    before.size === looks.size &&
    [...looks].every(([id, look]) => {
      const old = before.get(id)
      return old?.name === look.name && old.number === look.number && old.colour === look.colour
    })
  return isSame ? before : looks
}
