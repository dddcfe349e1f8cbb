import type { Signal } from '@weerklank/core/feedback/feedback.contract'
import type { Participant } from '@weerklank/core/relation/relation.contract'

type Concerned = { person: Pick<Participant, 'id'>; others?: readonly string[] }

/** Who is ticked to begin with, by id: with whom the talk is, who else it is about, and the one who writes. */
export function whoAgrees(
  participants: readonly Pick<Participant, 'id' | 'active' | 'member'>[],
  { person, others = [] }: Concerned,
  me: string,
): string[] {
  const concerned = new Set([person.id, ...others])
  return participants
    .filter(({ active, id, member }) => active && (concerned.has(id) || member === me))
    .map(({ id }) => id)
}

type Told = Pick<Signal, 'id' | 'participant' | 'finding' | 'outcome'>

/** The other voices that signals speak of: a difference is of two. */
export function otherVoices(signals: readonly Pick<Told, 'finding'>[]): string[] {
  return [...new Set(signals.flatMap(({ finding }) => ('by' in finding ? [finding.by] : [])))]
}

/** Open signals that tell the same difference from the other side: what is agreed about the one is agreed about both. */
export function sameDifferences(signals: readonly Told[], all: readonly Told[]): string[] {
  return all
    .filter(({ outcome, participant, finding }) =>
      signals.some(
        (one) =>
          outcome === null &&
          'by' in finding &&
          'by' in one.finding &&
          finding.rule === one.finding.rule &&
          finding.item === one.finding.item &&
          finding.by === one.participant &&
          one.finding.by === participant,
      ),
    )
    .map(({ id }) => id)
}
