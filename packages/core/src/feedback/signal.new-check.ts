import type { Instant } from '../shared/time.ts'
import type { Answers, Instrument } from './instrument.ts'
import { checkSignals } from './signal.line.ts'
import { isNear, mutualDifferenceSignal, type TwoAnswers, voicesDifferSignal } from './signal.pair.ts'
import type { SignalFinding, SignalRule } from './signal.ts'

/** One answer in a collaboration, by whomever. */
export type HistoryCheck = {
  /** Id of the response. */
  id: string
  participant: string
  /** Professionals' answers are the other half of a mutual picture; by themselves they raise nothing. */
  professional: boolean
  /** `id@version`, see `instrumentKey`. */
  instrument: string
  /** Checks of one family have the same item ids, so that they can be laid side by side: a form and its mirror. */
  family: string
  contact: string | null
  answers: Answers
  answeredAt: Instant
}

/** A signal as it is to be stored. `occasion` makes it one of a kind for (participant, rule). */
export type FoundSignal = {
  participant: string
  response: string | null
  rule: SignalRule
  occasion: string
  finding: SignalFinding
  /** The moment it speaks about. */
  openedAt: Instant
}

export type NewCheck = {
  instrument: Instrument
  check: HistoryCheck
  /** ALL earlier answers of this person to this instrument, oldest first. */
  earlier: readonly Answers[]
  /** The latest earlier answer of each other participant in this family. Those that are not near are left aside. */
  others: readonly HistoryCheck[]
  goalsMet: boolean | null
}

/**
 * All signals that one new answer raises: the person's own (R1–R4, R7, R8), a difference with the professional (R6, always
 * told with the client), and voices that differ (A24: the most differing other, told with whoever answered last). An
 * instrument that is not scored raises nothing.
 */
export function signalsOfNewCheck(of: NewCheck): FoundSignal[] {
  const { instrument, check, earlier, goalsMet } = of
  if (instrument.scoring.method === 'none') return []
  const own = check.professional
    ? []
    : checkSignals(instrument, { answers: check.answers, earlier, goalsMet })
  return [
    ...own.map((finding) => found(check, { finding, openedAt: check.answeredAt, occasion: check.id })),
    ...differences(of),
  ]
}

function differences({ instrument, check, others }: NewCheck): FoundSignal[] {
  const here = { at: check.answeredAt, contact: check.contact }
  const near = others.filter(
    (other) =>
      other.participant !== check.participant &&
      isNear(here, { at: other.answeredAt, contact: other.contact }),
  )
  const mirrored = near
    .filter((other) => other.professional !== check.professional)
    .flatMap((other) =>
      mutual(instrument, check.professional ? [other, check] : [check, other], check.answeredAt),
    )
  return check.professional ? mirrored : [...mirrored, ...mostDiffering(instrument, check, near)]
}

/** Told with the client's answer, once for each professional, when the second of the two comes in. */
function mutual(
  instrument: Instrument,
  [client, professional]: readonly [HistoryCheck, HistoryCheck],
  openedAt: Instant,
): FoundSignal[] {
  const occasion = `${client.id} ${professional.id}`
  return mutualDifferenceSignal(instrument, besides(client, professional)).map((finding) =>
    found(client, { finding, openedAt, occasion }),
  )
}

function besides(own: HistoryCheck, { answers, participant, answeredAt }: HistoryCheck): TwoAnswers {
  return { own: own.answers, other: answers, by: participant, otherAt: answeredAt }
}

function mostDiffering(
  instrument: Instrument,
  check: HistoryCheck,
  near: readonly HistoryCheck[],
): FoundSignal[] {
  const differing = near
    .filter((other) => !other.professional)
    .flatMap((other) => voicesDifferSignal(instrument, besides(check, other)))
    .toSorted((a, b) => apart(b) - apart(a))
  return differing
    .slice(0, 1)
    .map((finding) => found(check, { finding, openedAt: check.answeredAt, occasion: check.id }))
}

function apart(finding: SignalFinding): number {
  return finding.rule === 'voices-differ' ? Math.abs(finding.own - finding.other) : 0
}

function found(
  { participant, id }: HistoryCheck,
  told: Pick<FoundSignal, 'finding' | 'openedAt' | 'occasion'>,
): FoundSignal {
  return { participant, response: id, rule: told.finding.rule, ...told }
}
