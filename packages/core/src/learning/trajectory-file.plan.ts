import { addCalendarDays } from '../shared/local-hours.ts'
import type { Day } from '../shared/time.ts'
import type { MonitorAnswer, MonitorMention, MonitorPair } from './monitor.input.ts'
import { daysApart } from './trajectory.plan.ts'
import type { MomentKind, ReceiptWay } from './trajectory.ts'
import { datesOf, type FileDates, type FileMoment, momentKeys } from './trajectory-file.dates.ts'
import type { FileParticipant, TrajectoryFile } from './trajectory-file.ts'

/** What is to be kept of a file. Content of people without consent is in none of it. */
export type TrajectoryPlan = {
  readonly title: string
  readonly purpose: string
  readonly startsOn: Day
  readonly moments: readonly PlannedMoment[]
  readonly learners: readonly PlannedLearner[]
  readonly pairs: readonly MonitorPair[]
  readonly goals: readonly PlannedGoal[]
  readonly answers: readonly MonitorAnswer[]
  readonly mentions: readonly MonitorMention[]
  readonly functions: Readonly<Record<string, number>> | null
  readonly lectureSurvey: number | null
}

export type PlannedMoment = {
  readonly key: FileMoment
  readonly kind: MomentKind
  readonly opensOn: Day
  readonly closesOn: Day
}

export type PlannedLearner = {
  readonly number: number
  readonly status: 'active' | 'stopped' | 'completed'
  readonly stoppedOn: Day | null
  readonly function: string
  readonly organisation: string
  /** `withdrawn`: she said yes, and then no. */
  readonly consent: 'none' | 'given' | 'withdrawn'
  readonly receipts: readonly { moment: FileMoment; way: ReceiptWay; on: Day; isKept: boolean }[]
}

export type PlannedGoal = {
  readonly learner: number
  readonly moment: 'T1' | 'T2'
  readonly text: string
  /** The goal that she had at T1 is replaced by this one, and why. */
  readonly isChange: boolean
  readonly reason: string
}

/** A moment of a file stays open so long, or until the day before the next. */
const openDays = 28

/** Turns a file that was read into what is to be kept. */
export function planOf(file: TrajectoryFile): TrajectoryPlan {
  const dates = datesOf(file)
  const { trajectory, participants, pairs = [] } = file
  const kept = (moment: FileMoment) =>
    new Set(participants.filter((one) => dates.isKept(one, moment)).map(({ pp }) => pp))
  return {
    ...{ title: trajectory.name, purpose: trajectory.purpose ?? '', startsOn: dates.T1 },
    moments: momentsOf(dates),
    learners: participants.map((one) => learnerOf(one, dates)),
    pairs: pairs.map(({ members, talkedBetween }) => ({ members, hasMet: talkedBetween ?? null })),
    goals: goalsIn(file, kept),
    answers: [...reviewAnswers(file, kept('T2')), ...buddyAnswers(file, kept('T3'))],
    mentions: mentionsIn(file, kept('T2')),
    functions: file.functionCounts ?? null,
    lectureSurvey: file.anonymousLectureSurvey?.professionalsUsed ?? null,
  }
}

function momentsOf(dates: FileDates): PlannedMoment[] {
  const kinds = { T1: 'goals', T2: 'review', T3: 'buddy' } as const
  return momentKeys.map((key, index) => {
    const next = momentKeys[index + 1]
    const apart = next === undefined ? openDays : Math.min(openDays, daysApart(dates[key], dates[next]))
    return { key, kind: kinds[key], opensOn: dates[key], closesOn: addCalendarDays(dates[key], apart - 1) }
  })
}

function learnerOf(one: FileParticipant, dates: FileDates): PlannedLearner {
  const { pp, status, consent, withdrawnOn } = one
  const left = [one.t1, one.t2, one.buddyEval].indexOf('gestopt')
  const stoppedAt = momentKeys[left] ?? 'T3'
  return {
    ...{ number: pp, status, function: one.function ?? '', organisation: one.organisation ?? '' },
    stoppedOn: status === 'stopped' ? (one.stoppedOn ?? dates[stoppedAt]) : null,
    consent: withdrawnOn !== undefined ? 'withdrawn' : consent ? 'given' : 'none',
    receipts: momentKeys.flatMap((moment) => {
      const on = dates.receivedOn(one, moment)
      const way = moment === 'T3' && one.buddyEval === 'via_mail_enkele_reflecties' ? 'mail' : 'import'
      return on === null ? [] : [{ moment, way, on, isKept: dates.isKept(one, moment) }]
    }),
  }
}

type Kept = (moment: FileMoment) => ReadonlySet<number>

/** The same form from a phone and on paper is one form: the first stands. */
const firstOf = <One>(all: readonly One[], key: (one: One) => string): One[] => {
  const seen = new Set<string>()
  return all.filter((one) => !seen.has(key(one)) && seen.add(key(one)))
}

function goalsIn({ goals = [] }: TrajectoryFile, kept: Kept): PlannedGoal[] {
  return firstOf(goals, ({ pp, moment }) => `${pp} ${moment}`)
    .filter(({ pp, moment }) => kept(moment).has(pp))
    .filter(({ moment, kept: became }) => moment === 'T1' || became !== 'same')
    .map(({ pp, moment, text, kept: became, reason = '' }) => ({
      ...{ learner: pp, moment, text, reason, isChange: became === 'changed' },
    }))
}

function reviewAnswers(file: TrajectoryFile, kept: ReadonlySet<number>): MonitorAnswer[] {
  const { goals = [], t2Answers = [] } = file
  const at = { moment: 'T2' }
  const forms = firstOf(t2Answers, ({ pp }) => String(pp)).filter(({ pp }) => kept.has(pp))
  const scaled = forms.flatMap(({ pp: learner, applied, goalAttained, changeNoticed }) => [
    { ...at, learner, item: 'applied', choice: applied },
    { ...at, learner, item: 'attained', choice: goalAttained },
    { ...at, learner, item: 'noticed', choice: changeNoticed?.replaceAll('_', '-') ?? null },
  ])
  const became = firstOf(
    goals.filter(({ moment }) => moment === 'T2'),
    ({ pp }) => String(pp),
  ).map(({ pp: learner, kept: choice = null }) => ({ ...at, learner, item: 'goal-kept', choice }))
  return [...scaled, ...became.filter(({ learner }) => kept.has(learner))].flatMap(({ choice, ...answer }) =>
    choice === null ? [] : [{ ...answer, choice }],
  )
}

function buddyAnswers(file: TrajectoryFile, kept: ReadonlySet<number>): MonitorAnswer[] {
  const yes = (item: string, people: readonly number[] = []) =>
    people.filter((pp) => kept.has(pp)).map((learner) => ({ learner, moment: 'T3', item, choice: 'ja' }))
  return [...yes('external-value', file.externalAddedValue), ...yes('check-used', file.srsUsingPair)]
}

/**
 * A file of version 1 says of one thing that it hinders, in "team and organisation" together. It stands under organisation, as in
 * the codebook; the view of two levels shows both as one again.
 */
function mentionsIn({ t2Answers = [] }: TrajectoryFile, kept: ReadonlySet<number>): MonitorMention[] {
  return firstOf(t2Answers, ({ pp }) => String(pp))
    .filter(({ pp, barrierWorkloadTime }) => barrierWorkloadTime && kept.has(pp))
    .map(({ pp }) => ({
      ...{ learner: pp, moment: 'T2', kind: 'barrier', level: 'organisation' },
      ...{ code: 'workload', body: '' },
    }))
}
