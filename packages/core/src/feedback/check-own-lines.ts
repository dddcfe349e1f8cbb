import type { RelationFeedback } from './feedback.contract.ts'
import type { Instrument } from './instrument.ts'

/** What one line over time is made of: the answers to one check, and that check in front. */
export type OwnLine = {
  instrument: Instrument | undefined
  feedback: RelationFeedback
  /** Empty although there are answers: none of them makes a number, e.g. a drawing. */
  isUnscored: boolean
}

/**
 * One line for each check that someone answered or was asked, the latest first: answers to different questions never make
 * one line. What has no score makes no line. There is always one, so that there is a place where a line will come.
 */
export function ownLines(feedback: RelationFeedback, participant: string): OwnLine[] {
  const { instruments, responses, invitations } = feedback
  const own = responses.filter((one) => one.participant === participant)
  const ids = new Set(own.toReversed().map((one) => one.instrument))
  const [first] = instruments
  if (ids.size === 0 && first !== undefined) ids.add(first.id)
  const lines = [...ids].flatMap((id): OwnLine[] => {
    // The server puts the newest version in front.
    const instrument = instruments.find((one) => one.id === id)
    if (instrument === undefined || instrument.scoring.method === 'none') return []
    const others = instruments.filter((one) => one !== instrument)
    const asked = invitations.filter((one) => (one.instrument ?? first?.id) === id)
    const answered = responses.filter((one) => one.instrument === id)
    const only = { instruments: [instrument, ...others], invitations: asked, responses: answered }
    return [{ instrument, feedback: { ...feedback, ...only }, isUnscored: false }]
  })
  if (lines.length > 0) return lines
  const none = { ...feedback, invitations: [], responses: [] }
  return [{ instrument: undefined, feedback: none, isUnscored: own.length > 0 }]
}
