import { type Instant, millis } from '../shared/time.ts'
import type { Answers, Instrument } from './instrument.ts'
import type { SignalFinding } from './signal.ts'
import { largestDifference, markedFrom, mutualDifferences } from './statistics/mutual.ts'

/** People differ among each other more than two pictures of one contact do: from 3 of 10 on it is told. Our own choice. */
const voicesShare = 0.3

/** Answers without a contact belong together when they lie no further apart than this. */
export const nearDays = 7

/** When and about what was answered. */
export type AnsweredAbout = { at: Instant; contact: string | null }

/** Whether two answers are about the same contact, or, when one tells of none, at most 7 days apart. */
export function isNear(one: AnsweredAbout, other: AnsweredAbout): boolean {
  if (one.contact !== null && other.contact !== null) return one.contact === other.contact
  return Math.abs(millis(one.at) - millis(other.at)) <= nearDays * 86_400_000
}

/** Two answers to the same items: of the person whose signal it becomes, and of another (`by`: her participant id). */
export type TwoAnswers = { own: Answers; other: Answers; by: string; otherAt: Instant }

/**
 * R6: client and professional differ by 2 or more (on a scale of 0–10; in proportion on others) on an item. Only the item
 * with the largest difference is told. The caller sees to it that both have answered and both pictures are open.
 */
export function mutualDifferenceSignal(instrument: Instrument, answers: TwoAnswers): SignalFinding[] {
  return differing('mutual-difference', instrument, { ...answers, atLeast: markedFrom(instrument.scale) })
}

/** A24: two people on the client's side differ by 3 or more of 10 on an item near the same contact. Both are told. */
export function voicesDifferSignal(instrument: Instrument, answers: TwoAnswers): SignalFinding[] {
  const atLeast = (instrument.scale.max - instrument.scale.min) * voicesShare
  return differing('voices-differ', instrument, { ...answers, atLeast })
}

function differing(
  rule: 'mutual-difference' | 'voices-differ',
  { items }: Instrument,
  { own, other, by, otherAt, atLeast }: TwoAnswers & { atLeast: number },
): SignalFinding[] {
  const ids = items.map(({ id }) => id)
  const largest = largestDifference(mutualDifferences(ids, { one: own, other }, atLeast))
  if (largest === null) return []
  return [{ rule, item: largest.item, own: largest.one, other: largest.other, by, otherAt, atLeast }]
}
