import { addCalendarDays, atLocalHour, firstWithin } from '../shared/local-hours.ts'
import { addDays, addMilliseconds, type Day, type Instant, localDay, millis } from '../shared/time.ts'
import type { InvitationStatus } from './invitation.ts'

/** How often someone is asked by itself. `none`: only when a person asks her. */
export const rhythms = ['after-contact', 'weeks', 'days', 'none'] as const
export type Rhythm = (typeof rhythms)[number]

/** After one question no more reminders than this, and no closer together. Our own choice: asking is not nagging. */
export const reminders = { atMost: 2, daysApart: 3 } as const

/** A letter goes out between these hours of the workspace's day. */
export const letterHours = { from: 9, until: 20 } as const

/** A contact is asked about from an hour after it began, and not when it is longer ago than this. */
const contactOver = 3_600_000
const contactFreshDays = 7

/** How long a pause may be that she chooses with one tap. */
export const pauseWeeks = 4

/** An earlier question to this person, by whomever. */
export type AskedBefore = {
  id: string
  contact: string | null
  at: Instant
  status: InvitationStatus
  /** Whether it went by mail; only those are reminded of. */
  mailed: boolean
  reminded: readonly Instant[]
}

export type PlanFacts = {
  rhythm: Rhythm
  /** For `weeks`. */
  everyWeeks: number
  /** For `days`. */
  everyDays: number | null
  /** The first and the last day on which something is asked, both included; null: from now on, and without an end. */
  beginsOn: Day | null
  endsOn: Day | null
  weekends: boolean
  /** Since when this rhythm holds: what lay before is not asked about. */
  since: Instant
  /** By herself: no question and no reminder until then. */
  pausedUntil: Instant | null
  /** By herself, until she says otherwise; or she does not want to be asked at all. */
  isStopped: boolean
  /** Whether a letter can be sent to her. */
  hasAddress: boolean
  contacts: readonly { id: string; at: Instant }[]
  /** Oldest first. */
  asked: readonly AskedBefore[]
}

export type PlanStep =
  | { do: 'ask'; contact: string | null }
  | { do: 'remind'; invitation: string }
  /** Null: nothing to do until the plan changes. */
  | { do: 'wait'; until: Instant | null }

/** A plan looks around at least so often: a contact may be planned or moved meanwhile. */
const lookEveryDays = 1

/**
 * What a plan does at a moment. A question goes before a reminder, and once a newer question is out the older one is not
 * reminded of. Nothing goes out outside the hours, on weekends (unless wanted), during a pause, or about what was answered.
 */
export function planStep(facts: PlanFacts, now: Instant, timeZone: string): PlanStep {
  if (facts.rhythm === 'none' || facts.isStopped || isOver(facts, now, timeZone))
    return { do: 'wait', until: null }
  const sendable = (at: Instant) => firstWithin(at, { ...letterHours, weekends: facts.weekends, timeZone })
  const { pausedUntil } = facts
  if (pausedUntil !== null && millis(pausedUntil) > millis(now))
    return { do: 'wait', until: sendable(pausedUntil) }
  const steps = [asking(facts, now, timeZone), reminding(facts)].flatMap((step) =>
    step === null ? [] : [{ ...step, at: sendable(step.at) }],
  )
  const due = steps.find(({ at }) => millis(at) <= millis(now) && sendable(now) === now)
  if (due !== undefined) return due.step
  const later = [...steps.map(({ at }) => at), addDays(now, lookEveryDays)].filter(
    (at) => millis(at) > millis(now),
  )
  // A step that is due outside the hours waits for them.
  if (steps.some(({ at }) => millis(at) <= millis(now))) later.push(sendable(now))
  return { do: 'wait', until: later.reduce((first, at) => (millis(at) < millis(first) ? at : first)) }
}

/**
 * When the next question of a plan goes out if nothing changes meanwhile; null when none is coming. A reminder is no
 * question. Never before `now`, nor during a pause, nor outside the hours.
 */
export function nextQuestion(facts: PlanFacts, now: Instant, timeZone: string): Instant | null {
  if (facts.rhythm === 'none' || facts.isStopped) return null
  const coming = asking(facts, now, timeZone)
  if (coming === null) return null
  const bounds = [coming.at, now, ...(facts.pausedUntil === null ? [] : [facts.pausedUntil])]
  const earliest = bounds.reduce((last, at) => (millis(at) > millis(last) ? at : last))
  const next = firstWithin(earliest, { ...letterHours, weekends: facts.weekends, timeZone })
  return isOver(facts, next, timeZone) ? null : next
}

/** After the last day nothing is asked any more, and nobody is reminded. */
function isOver({ endsOn }: PlanFacts, at: Instant, timeZone: string): boolean {
  return endsOn !== null && localDay(at, timeZone) > endsOn
}

type Coming = { at: Instant; step: Exclude<PlanStep, { do: 'wait' }> }

function asking(facts: PlanFacts, now: Instant, timeZone: string): Coming | null {
  switch (facts.rhythm) {
    case 'weeks':
      return everySo(facts, 7 * facts.everyWeeks, timeZone)
    case 'days':
      return everySo(facts, facts.everyDays ?? 1, timeZone)
    default:
      return afterContact(facts, now)
  }
}

/** Days of the calendar after the last question, from nine o'clock on; the first one at once, or on the first day. */
function everySo({ asked, since, beginsOn }: PlanFacts, days: number, timeZone: string): Coming | null {
  const last = asked.filter(({ status }) => status !== 'revoked').at(-1)
  const day = last && addCalendarDays(localDay(last.at, timeZone), days)
  const at = (day: Day) => atLocalHour(day, letterHours.from, timeZone)
  const bounds = [
    since,
    ...[day, beginsOn].flatMap((one) => (one === undefined || one === null ? [] : [at(one)])),
  ]
  const due = bounds.reduce((last, one) => (millis(one) > millis(last) ? one : last))
  return { at: due, step: { do: 'ask', contact: null } }
}

/** About the latest contact that is over, unless it was asked about; else about the next one. */
function afterContact({ contacts, asked, since }: PlanFacts, now: Instant): Coming | null {
  const over = (at: Instant) => addMilliseconds(at, contactOver)
  const inOrder = contacts
    .filter(({ at }) => millis(at) >= millis(since))
    .toSorted((a, b) => millis(a.at) - millis(b.at))
  const isOver = ({ at }: { at: Instant }) => millis(over(at)) <= millis(now)
  const latest = inOrder.findLast(isOver)
  const isNew = latest !== undefined && !asked.some(({ contact }) => contact === latest.id)
  const isFresh = latest !== undefined && millis(addDays(latest.at, contactFreshDays)) > millis(now)
  const about = isNew && isFresh ? latest : inOrder.find((one) => !isOver(one))
  return about === undefined ? null : { at: over(about.at), step: { do: 'ask', contact: about.id } }
}

function reminding({ asked, hasAddress }: PlanFacts): Coming | null {
  const last = asked.at(-1)
  if (last === undefined || !hasAddress || !last.mailed || last.status !== 'open') return null
  if (last.reminded.length >= reminders.atMost) return null
  const before = last.reminded.at(-1) ?? last.at
  return { at: addDays(before, reminders.daysApart), step: { do: 'remind', invitation: last.id } }
}

/** The moment until which a pause lasts that is chosen now. */
export function pauseFrom(now: Instant): Instant {
  return addDays(now, 7 * pauseWeeks)
}
