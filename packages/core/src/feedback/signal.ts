import { z } from 'zod'
import { daysBetween, type Instant } from '../shared/time.ts'
import { scoreOf } from './instrument.score.ts'
import type { Answers, Instrument } from './instrument.ts'
import { ownChallenges } from './own-challenge.ts'

/** Two people answered one item: whose signal it is, and the other (a participant's id). Neither is right or wrong. */
const twoAnswers = {
  item: z.string(),
  own: z.number(),
  other: z.number(),
  by: z.string(),
  /** When the other answered. */
  otherAt: z.string(),
  /** From this difference on it is told. */
  atLeast: z.number(),
}

/**
 * A signal is an occasion to talk ("gespreksaanleiding"): it restates what was answered. It predicts nothing, compares
 * nobody and never disappears by itself. Rules R1–R10 of domain.md §3.6, and voices that differ (peers.md A24).
 */
export const signalFinding = z.discriminatedUnion('rule', [
  z.strictObject({
    rule: z.literal('low-item'),
    item: z.string(),
    value: z.number(),
    previous: z.number().nullable(),
    below: z.number(),
  }),
  z.strictObject({ rule: z.literal('drop'), score: z.number(), previous: z.number(), atLeast: z.number() }),
  z.strictObject({ rule: z.literal('below-cutoff'), score: z.number(), cutoff: z.number() }),
  z.strictObject({ rule: z.literal('ceiling'), run: z.int(), from: z.number() }),
  z.strictObject({
    rule: z.literal('no-check'),
    /** The last answer, or the start of the working together when nothing was answered yet. */
    since: z.string(),
    /** Invitations since then that got no answer. */
    unanswered: z.int(),
    windowDays: z.int(),
  }),
  z.strictObject({ rule: z.literal('mutual-difference'), ...twoAnswers }),
  z.strictObject({ rule: z.literal('voices-differ'), ...twoAnswers }),
  z.strictObject({
    rule: z.literal('own-limits'),
    /** One answer outside the limits, or a long row on one side of the centre. */
    kind: z.enum(['outside', 'run']),
    side: z.enum(['above', 'below']),
    score: z.number(),
    centre: z.number(),
    lower: z.number(),
    upper: z.number(),
    /** How many answers in a row lie on this side. */
    run: z.int(),
    /** Of how many first answers the limits were made. */
    baseline: z.int(),
    /** Fewer than 12 answers: the limits may still move much. */
    provisional: z.boolean(),
  }),
  z.strictObject({
    rule: z.literal('no-change'),
    checks: z.int(),
    /** The first score of the row, and the last. */
    from: z.number(),
    score: z.number(),
    /** A smaller difference than this counts as none. */
    within: z.number(),
  }),
  z.strictObject({
    rule: z.literal('rupture-open'),
    rupture: z.string(),
    since: z.string(),
    /** Open for longer than so many days. */
    days: z.int(),
  }),
  z.strictObject({ rule: z.literal('own-challenge'), challenge: z.enum(ownChallenges) }),
])
export type SignalFinding = z.infer<typeof signalFinding>
export type SignalRule = SignalFinding['rule']

/** Which signal speaks first when one answer raises several: the one with the most concrete opening. */
export const signalPriority: readonly SignalRule[] = [
  'low-item',
  'drop',
  'mutual-difference',
  'voices-differ',
  'rupture-open',
  'own-challenge',
  'below-cutoff',
  'own-limits',
  'no-change',
  'ceiling',
  'no-check',
]

/** How a signal is closed, whichever rule it is of: talked about, led to an agreement, or not applicable here. */
export const signalOutcomes = ['discussed', 'agreed', 'not-applicable'] as const
export type SignalOutcome = (typeof signalOutcomes)[number]

// Tenths are not exact in binary: 7.9 − 6.9 must count as a fall of 1.
const rounding = 1e-9

/**
 * The signals of one new response, most concrete first. `earlier` are the same person's earlier answers to the same
 * instrument, oldest first; answers without a score are passed over when looking for the previous score. Looks back no
 * further than it must: `earlier` may be the latest answers only. Rules that need the whole line are in `checkSignals`.
 */
export function signalsOf(
  instrument: Instrument,
  answers: Answers,
  earlier: readonly Answers[],
): SignalFinding[] {
  return [
    ...lowItems(instrument, answers, earlier),
    ...drop(instrument, answers, earlier),
    ...belowCutoff(instrument, answers),
    ...ceiling(instrument, answers, earlier),
  ]
}

// Only the lowest item is named: one thing to talk about, not a list of marks.
function lowItems(instrument: Instrument, answers: Answers, earlier: readonly Answers[]): SignalFinding[] {
  const below = instrument.signals.itemBelow.value
  const low = instrument.items
    .flatMap((item) => {
      const value = answers[item.id]
      return value !== undefined && value < below - rounding ? [{ item: item.id, value }] : []
    })
    .sort((a, b) => a.value - b.value)[0]
  if (low === undefined) return []
  const previous = latest(earlier, (answer) => answer[low.item])
  return [{ rule: 'low-item', ...low, previous, below }]
}

function drop(instrument: Instrument, answers: Answers, earlier: readonly Answers[]): SignalFinding[] {
  const score = scoreOf(instrument, answers)
  const previous = latest(earlier, (answer) => scoreOf(instrument, answer))
  const atLeast = instrument.signals.dropAtLeast
  if (score === null || previous === null || previous - score < atLeast - rounding) return []
  return [{ rule: 'drop', score, previous, atLeast }]
}

/** The latest of earlier answers that has what is looked for. */
function latest(
  earlier: readonly Answers[],
  look: (answers: Answers) => number | null | undefined,
): number | null {
  for (let i = earlier.length - 1; i >= 0; i--) {
    const found = look(earlier[i] ?? {})
    if (found !== null && found !== undefined) return found
  }
  return null
}

function belowCutoff(instrument: Instrument, answers: Answers): SignalFinding[] {
  const score = scoreOf(instrument, answers)
  const cutoff = instrument.signals.cutoff.value
  return score !== null && score < cutoff - rounding ? [{ rule: 'below-cutoff', score, cutoff }] : []
}

function ceiling(instrument: Instrument, answers: Answers, earlier: readonly Answers[]): SignalFinding[] {
  const { from, run } = instrument.signals.ceiling
  const isFull = (answer: Answers) =>
    instrument.items.every((item) => (answer[item.id] ?? Number.NEGATIVE_INFINITY) >= from - rounding)
  if (!isFull(answers)) return []
  let length = 1
  for (let i = earlier.length - 1; i >= 0 && isFull(earlier[i] ?? {}); i--) length++
  return length >= run ? [{ rule: 'ceiling', run: length, from }] : []
}

/** What is known about asking in one relation, to see whether a check is missing. */
export type AskingHistory = {
  startedAt: Instant
  lastAnswerAt: Instant | null
  /** Sending times of invitations after the last answer that are still without an answer. */
  unansweredSince: readonly Instant[]
  /** A check is planned at least once in so many days. */
  windowDays: number
}

/**
 * R5: at least as many whole days as the planned window have gone by without an answer. A relation without people to ask
 * has no window; a clock that was put back raises nothing.
 */
export function noCheckSignal(history: AskingHistory, now: Instant): SignalFinding[] {
  const since = history.lastAnswerAt ?? history.startedAt
  if (daysBetween(since, now) < history.windowDays) return []
  return [
    { rule: 'no-check', since, unanswered: history.unansweredSince.length, windowDays: history.windowDays },
  ]
}
