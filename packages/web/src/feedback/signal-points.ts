import { instrumentOf } from '@weerklank/core/feedback/check-answer'
import type { RelationFeedback, Signal } from '@weerklank/core/feedback/feedback.contract'
import { type SignalPoint, signalPoints } from '@weerklank/core/feedback/signal.points'

/** What a moment without a value is: the last answer before a silence, its begin where nothing was answered, or the strain. */
export type PointMoment = 'last-answer' | 'start' | 'strain'

export function momentOf(
  { responses }: Pick<RelationFeedback, 'responses'>,
  { participant, finding }: Signal,
): PointMoment | null {
  if (finding.rule === 'rupture-open') return 'strain'
  if (finding.rule !== 'no-check') return null
  const isAnswer = responses.some(
    (one) => one.participant === participant && one.answeredAt === finding.since,
  )
  return isAnswer ? 'last-answer' : 'start'
}

/**
 * The moments and values that a signal rests on, oldest first: those of the person's own line of the instrument it speaks of.
 * A signal without an answer (a silence) rests on its moment alone.
 */
export function pointsOf(
  feedback: Pick<RelationFeedback, 'responses' | 'instruments'>,
  signal: Signal,
): SignalPoint[] {
  const spokenOf = feedback.responses.find(({ id }) => id === signal.response)
  const instrument =
    spokenOf === undefined ? feedback.instruments[0] : instrumentOf(feedback.instruments, spokenOf)
  if (instrument === undefined) return []
  const line =
    spokenOf === undefined
      ? []
      : feedback.responses
          .filter(
            (one) =>
              one.participant === signal.participant &&
              one.instrument === spokenOf.instrument &&
              one.answeredAt <= spokenOf.answeredAt,
          )
          .map(({ answeredAt, answers }) => ({ at: answeredAt, answers }))
  return signalPoints(signal.finding, { instrument, line, openedAt: signal.openedAt })
}
