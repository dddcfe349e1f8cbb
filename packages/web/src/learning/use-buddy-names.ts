import type { BuddyRoom } from '@weerklank/core/learning/buddy.contract'
import { listed } from '@weerklank/core/learning/buddy.words'
import { useLanguage } from '../language/use-text.ts'

/** `Ans en Bob`: the names of learners, as the screen writes them. Whoever was deleted has none. */
export function useNames(room: BuddyRoom): (ids: readonly string[]) => string {
  const language = useLanguage()
  const known = new Map<string, string>(room.people.map(({ id, name }) => [id, name]))
  return (ids) =>
    listed(
      ids.map((id) => known.get(id) ?? '–'),
      language,
    )
}
