import { addDays, type Instant, millis } from '../shared/time.ts'
import type { Answers, Instrument } from './instrument.ts'
import type { OwnChallenge } from './own-challenge.ts'
import { ownChallengeSignal, type RuptureFacts, ruptureOpenFrom, ruptureOpenSignal } from './signal.log.ts'
import { type FoundSignal, type HistoryCheck, signalsOfNewCheck } from './signal.new-check.ts'
import { noCheckSignal, signalPriority } from './signal.ts'

/** Someone who is asked for checks: the windows of R5 are counted for her. */
export type Asking = {
  participant: string
  startedAt: Instant
  windowDays: number
  /** Sending times of invitations that were not withdrawn. */
  sentAt: readonly Instant[]
}

/** Everything of one collaboration that signals rest on. Nothing needs to be in order. */
export type RelationHistory = {
  /** By `id@version`; checks of an instrument that is not here are passed over. */
  instruments: ReadonlyMap<string, Instrument>
  checks: readonly HistoryCheck[]
  /** When it became known whether the goals are met; before the first nothing is known. */
  goals: readonly { at: Instant; met: boolean }[]
  asking: readonly Asking[]
  ruptures: readonly (RuptureFacts & { participant: string })[]
  challenges: readonly { id: string; participant: string; challenge: OwnChallenge; at: Instant }[]
  /** Until when to look: now, or when the collaboration ended. */
  until: Instant
}

/**
 * All signals that a collaboration has ever raised, by the moment they speak about, as if each had been found when it
 * happened: `signalsOfNewCheck` for every answer in order, a missed check for every closed window, and what the log holds.
 * Pure and repeatable, so that a job can compute signals anew; what people did with them is not its concern.
 */
export function allSignals(history: RelationHistory): FoundSignal[] {
  const checks = inOrder(history)
  const found = [
    ...fromChecks(checks, history),
    ...history.asking.flatMap((asking) => missedChecks(asking, checks, history.until)),
    ...fromLog(history),
  ]
  const rank = ({ rule }: FoundSignal) => signalPriority.indexOf(rule)
  return found
    .map((one) => ({ one, at: millis(one.openedAt) }))
    .sort((a, b) => a.at - b.at || rank(a.one) - rank(b.one))
    .map(({ one }) => one)
}

/** A check with its moment in milliseconds: reading a moment takes longer than anything else here. */
type TimedCheck = { check: HistoryCheck; at: number }

/** In the order of answering; of one moment in the order of their ids, which are made in order of time. */
function inOrder({ checks, until }: RelationHistory): TimedCheck[] {
  const end = millis(until)
  return checks
    .map((check) => ({ check, at: millis(check.answeredAt) }))
    .filter(({ at }) => at <= end)
    .sort((a, b) => a.at - b.at || (a.check.id < b.check.id ? -1 : 1))
}

function fromChecks(checks: readonly TimedCheck[], { instruments, goals }: RelationHistory): FoundSignal[] {
  const lines = new Map<string, Answers[]>()
  const latest = new Map<string, Map<string, HistoryCheck>>()
  const known = goalsMetBy(goals)
  const found: FoundSignal[] = []
  for (const { check, at: moment } of checks) {
    const instrument = instruments.get(check.instrument)
    if (instrument === undefined) continue
    const line = at(lines, `${check.participant} ${instrument.id}`, (): Answers[] => [])
    const family = at(latest, check.family, () => new Map<string, HistoryCheck>())
    const others = [...family.values()]
    found.push(...signalsOfNewCheck({ instrument, check, earlier: line, others, goalsMet: known(moment) }))
    line.push(check.answers)
    family.set(check.participant, check)
  }
  return found
}

function at<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key) ?? make()
  map.set(key, known)
  return known
}

/** What was last known of the goals at a moment; null before anything was. */
export function goalsMetAt(goals: RelationHistory['goals'], moment: Instant): boolean | null {
  return goalsMetBy(goals)(millis(moment))
}

function goalsMetBy(goals: RelationHistory['goals']): (moment: number) => boolean | null {
  const known = goals
    .map(({ at: from, met }) => ({ from: millis(from), met }))
    .sort((a, b) => a.from - b.from)
  return (moment) => known.findLast(({ from }) => from <= moment)?.met ?? null
}

/** One for each silence that outlasted the window, at the moment the window closed. */
function missedChecks(asking: Asking, checks: readonly TimedCheck[], until: Instant): FoundSignal[] {
  const { participant, startedAt, windowDays } = asking
  const answered = checks.filter(({ check }) => check.participant === participant)
  const sent = asking.sentAt.map(millis)
  return [null, ...answered].flatMap((last, i) => {
    const since = last?.at ?? millis(startedAt)
    const closes = since + windowDays * 86_400_000
    if (closes > (answered[i]?.at ?? millis(until))) return []
    const lastAnswerAt = last?.check.answeredAt ?? null
    const openedAt = addDays(lastAnswerAt ?? startedAt, windowDays)
    const unansweredSince = asking.sentAt.filter((_, k) => {
      const moment = sent[k] ?? 0
      return moment > since && moment <= closes
    })
    const told = { startedAt, lastAnswerAt, unansweredSince, windowDays }
    return noCheckSignal(told, openedAt).map((finding) => ({
      ...{ participant, response: null, rule: finding.rule, finding },
      ...{ occasion: lastAnswerAt ?? startedAt, openedAt },
    }))
  })
}

function fromLog({ ruptures, challenges, until }: RelationHistory): FoundSignal[] {
  const open = ruptures.flatMap(({ participant, ...rupture }) => {
    const openedAt = ruptureOpenFrom(rupture)
    const closedLater = rupture.closedAt === null || millis(rupture.closedAt) > millis(openedAt)
    const facts = closedLater ? { ...rupture, closedAt: null } : rupture
    return ruptureOpenSignal(facts, until).map((finding) => ({
      ...{ participant, response: null, rule: finding.rule, finding },
      ...{ occasion: rupture.id, openedAt },
    }))
  })
  const own = challenges
    .filter(({ at: moment }) => millis(moment) <= millis(until))
    .map(({ id, participant, challenge, at: openedAt }) => {
      const finding = ownChallengeSignal(challenge)
      return { participant, response: null, rule: finding.rule, finding, occasion: id, openedAt }
    })
  return [...open, ...own]
}
