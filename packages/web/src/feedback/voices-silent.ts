import type { RelationFeedback } from '@weerklank/core/feedback/feedback.contract'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { peopleAsked } from './check-people.ts'

/** Of whom nothing was heard: who was asked at some time, and who never was. Only the first are silent. */
export function silentOf(
  silent: readonly string[],
  people: readonly Participant[],
  feedback: Pick<RelationFeedback, 'responses' | 'invitations'>,
): { asked: string[]; never: string[] } {
  const known = new Set<string>(peopleAsked(people, { ...feedback, signals: [] }).map(({ id }) => id))
  return {
    asked: silent.filter((id) => known.has(id)),
    never: silent.filter((id) => !known.has(id)),
  }
}
