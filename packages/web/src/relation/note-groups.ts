import type { Note } from '@weerklank/core/relation/relation.contract'
import { localDay } from '@weerklank/core/shared/time'

/** Notes that the same people told on the same day: their names stand below them once. */
export type NoteGroup = { toldBy: string; at: string; notes: Note[] }

/** What helps stands before what does not; groups in the order in which they were told. */
export function noteGroups(notes: readonly Note[], timeZone: string): NoteGroup[] {
  const groups: NoteGroup[] = []
  for (const note of notes) {
    const known = groups.find(
      ({ toldBy, at }) => toldBy === note.toldBy && localDay(at, timeZone) === localDay(note.at, timeZone),
    )
    if (known === undefined) groups.push({ toldBy: note.toldBy, at: note.at, notes: [note] })
    else known.notes.push(note)
  }
  const rank = ({ kind }: Note) => (kind === 'helps' ? 0 : 1)
  return groups.map((group) => ({ ...group, notes: group.notes.toSorted((a, b) => rank(a) - rank(b)) }))
}
