import { allowed, type Decision, refused } from '../shared/decision.ts'
import type { Day, Instant } from '../shared/time.ts'

/** A mark on the scale, or "I do not know, or it does not go for me". */
export type CircleMark = number | 'unknown'
/** What one person answered, per item; an item that she passed over is absent. */
export type CircleMarks = Readonly<Record<string, CircleMark>>

/** Below so many answers a number would belong to somebody (domain.md §8.5). */
export const fewestAnswers = 5

/** From so many people on a team asks without names instead: a round (ADR 0014, ADR 0031). */
export const mostAsked = 10

/** Why so many people cannot be asked with a check at all; null where they can. */
export function wrongSize(people: number): 'too-few-people' | 'too-many-people' | null {
  if (people < fewestAnswers) return 'too-few-people'
  return people > mostAsked ? 'too-many-people' : null
}

/** The questionnaire of the check that is planned half-way. */
export const midcourseInstrument = 'midcourse'

/** A check is open for so many days. */
export const checkDays = { least: 1, usual: 7, most: 60 } as const

/** A check as it is planned. Days are local days of the organisation. */
export type PlannedCheck = {
  readonly asked: number
  readonly asksFrom: Day
  readonly closesOn: Day
  readonly talkOn: Day
  readonly today: Day
}

/**
 * `too-few-people`: a score would belong to somebody; `too-many-people`: ask without names. `no-talk`: the talk is before the
 * answers are in. `wrong-days`: begins in the past, ends before it begins, or takes too long.
 */
export type CheckRefusal = 'too-few-people' | 'too-many-people' | 'no-talk' | 'wrong-days'

/** Whether a check may be made: enough people and not too many, and a day on which what comes out is talked about. */
export function mayMakeCheck({
  asked,
  asksFrom,
  closesOn,
  talkOn,
  today,
}: PlannedCheck): Decision<CheckRefusal> {
  const size = wrongSize(asked)
  if (size !== null) return refused(size)
  const days = daysFrom(asksFrom, closesOn)
  if (asksFrom < today || days < checkDays.least || days > checkDays.most) return refused('wrong-days')
  return mayTalkOn(talkOn, { closesOn, openedOn: null })
}

/** Whether people can talk about a check that day: after the last day on which answers come in, or once all of them are in. */
export function mayTalkOn(
  talkOn: Day,
  { closesOn, openedOn }: { closesOn: Day; openedOn: Day | null },
): Decision<'no-talk'> {
  const isIn = openedOn === null ? talkOn > closesOn : talkOn >= openedOn
  return isIn ? allowed : refused('no-talk')
}

function daysFrom(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** Where a check stands. Nobody reads an answer of another before `open`. */
export type CheckPhase = 'planned' | 'asking' | 'open'

export type CheckFacts = {
  readonly asksFrom: Instant
  readonly closesAt: Instant
  readonly openedAt: Instant | null
}

/** Where a check stands now. One whose window closed, and which the program has still to open, takes no more answers but is not open. */
export function phaseOf({ asksFrom, openedAt }: CheckFacts, now: Instant): CheckPhase {
  if (openedAt !== null) return 'open'
  return now < asksFrom ? 'planned' : 'asking'
}

/** Whether somebody may answer now: she is asked, and the check takes answers. */
export function mayAnswer(
  check: CheckFacts,
  of: { isAsked: boolean; now: Instant },
): Decision<'not-asked' | 'not-now'> {
  if (!of.isAsked) return refused('not-asked')
  return phaseOf(check, of.now) === 'asking' && of.now < check.closesAt ? allowed : refused('not-now')
}

/** Whether a check may still be taken away: not once it is open, nor once its window closed and what was said is on its way out. */
export function mayWithdrawCheck(check: CheckFacts, now: Instant): Decision<'too-late'> {
  return check.openedAt === null && now < check.closesAt ? allowed : refused('too-late')
}

/** What opens a check: everybody who is still asked answered, or the window closed. Null while it stays shut. */
export function mustOpen(
  check: CheckFacts,
  of: { asked: readonly string[]; answered: readonly string[]; now: Instant },
): 'all-in' | 'window' | null {
  const phase = phaseOf(check, of.now)
  if (phase !== 'asking') return null
  if (of.now >= check.closesAt) return 'window'
  const isIn = new Set(of.answered)
  return of.asked.length > 0 && of.asked.every((one) => isIn.has(one)) ? 'all-in' : null
}

/**
 * Whether numbers may be shown: five answers or more, of those asked the share that the instrument needs (domain.md §4.2), and
 * since the opening none gone or at least five. Whoever saw the outcome with one answer more would have that one by
 * subtraction. `answered` is at most `asked` and `openedWith`.
 */
export function mayShowNumbers(of: {
  answered: number
  asked: number
  minShare: number
  openedWith: number
}): Decision<'too-few' | 'low-response' | 'some-gone'> {
  if (of.answered < fewestAnswers) return refused('too-few')
  if (of.answered * 100 < of.minShare * of.asked) return refused('low-response')
  const gone = of.openedWith - of.answered
  return gone > 0 && gone < fewestAnswers ? refused('some-gone') : allowed
}
