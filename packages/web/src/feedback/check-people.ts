import type { RelationFeedback, Signal } from '@weerklank/core/feedback/feedback.contract'
import type { Participant } from '@weerklank/core/relation/relation.contract'

/** Where someone's answers stand on the page. */
export const answersId = 'antwoorden'

type Asked = Pick<RelationFeedback, 'responses' | 'invitations' | 'signals'>

/** The open signals, the leading one first (the server put them in this order). */
export function openSignals({ signals }: Pick<RelationFeedback, 'signals'>): Signal[] {
  return signals.filter((signal) => signal.outcome === null)
}

/** The people who were ever asked how it was, in the order in which they stand in the relation. */
export function peopleAsked(participants: readonly Participant[], asked: Asked): Participant[] {
  const ids = new Set<string>()
  for (const one of [...asked.responses, ...asked.invitations, ...openSignals(asked)])
    ids.add(one.participant)
  return participants.filter(({ id }) => ids.has(id))
}

/** Whose line is shown: the one chosen, else the one of the leading signal, else who answered most, or was asked last. */
export function personShown(
  people: readonly Participant[],
  asked: Asked,
  chosen: string | null,
): Participant | undefined {
  const lastAsked = asked.invitations.at(-1)?.participant
  const wishes = [chosen, openSignals(asked)[0]?.participant, whoAnsweredMost(asked), lastAsked]
  for (const wish of wishes) {
    const person = people.find(({ id }) => id === wish)
    if (person !== undefined) return person
  }
  return people[0]
}

function whoAnsweredMost({ responses }: Pick<Asked, 'responses'>): string | undefined {
  const counts = new Map<string, number>()
  for (const { participant } of responses) counts.set(participant, (counts.get(participant) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

/** Whom one can ask: everyone who takes part but oneself, people without an account first. */
export function peopleToAsk(participants: readonly Participant[], self: string): Participant[] {
  const others = participants.filter(({ active, member }) => active && member !== self)
  return [
    ...others.filter(({ member }) => member === null),
    ...others.filter(({ member }) => member !== null),
  ]
}

/** Who sees someone's answers besides oneself: the colleagues who take part, and the person whose answers they are. */
export function othersWhoSee(
  participants: readonly Participant[],
  about: Participant,
  self: string,
): string[] {
  const colleagues = participants.filter(({ active, member, id }) => {
    return active && member !== null && member !== self && id !== about.id
  })
  const own = about.member === self ? [] : [about.name]
  return [...colleagues.map(({ name }) => name), ...own]
}
