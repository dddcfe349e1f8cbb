import type { RelationFeedback, Response, Signal } from '@weerklank/core/feedback/feedback.contract'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { openSignals } from './check-people.ts'

/** What a talk can be about: someone's open signals with the answer they speak of, or, without signals, nothing in particular. */
export type TalkOccasion = {
  person: Participant
  /** Open ones of this person, the leading one first. */
  signals: Signal[]
  /** The answer that the leading signal speaks of, else the last one. */
  response: Response | null
}

/** The talk to open: about the person shown if she has open signals, else about the leading signal, else with the person shown. */
export function talkOccasion(
  feedback: Pick<RelationFeedback, 'signals' | 'responses'>,
  participants: readonly Participant[],
  shown: Participant | undefined,
): TalkOccasion | null {
  const open = openSignals(feedback)
  const leading = open.find(({ participant }) => participant === shown?.id) ?? open[0]
  const person = participants.find(({ id }) => id === leading?.participant) ?? shown
  if (person === undefined) return null
  const own = feedback.responses.filter(({ participant }) => participant === person.id)
  const spokenOf = own.find(({ id }) => id === leading?.response)
  return {
    person,
    signals: open.filter(({ participant }) => participant === person.id),
    response: spokenOf ?? own.at(-1) ?? null,
  }
}
