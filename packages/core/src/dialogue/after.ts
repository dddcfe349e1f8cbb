import { addCalendarDays, atLocalHour, firstWithin } from '../shared/local-hours.ts'
import { addMilliseconds, type Day, dayBounds, type Instant, localDay, millis } from '../shared/time.ts'

/** The four questions of an outsider witness (White 2007; Andersen 1991; domain.md §1.1), in the order in which they are asked. */
export const witnessQuestions = ['stood-out', 'image', 'own', 'moves'] as const
export type WitnessQuestion = (typeof witnessQuestions)[number]

/** What somebody wrote after a meeting, by question; what she passed over is absent. */
export type WitnessAnswers = Partial<Record<WitnessQuestion, string>>

/**
 * Our own choices: written reflection is collected for a week, one reminder two days on, and what comes within a month after
 * that is still taken, marked as late.
 */
export const afterLimits = { openDays: 7, reminderDays: 2, lateDays: 30, answerSigns: 5000 } as const

/** A reminder comes between these hours of the workspace's day. The questions themselves come at once: that day is the point. */
const reminderHours = { from: 9, until: 20 } as const

/** A meeting that nobody ended counts as over an hour after its time, and never later than this hour of its own day. */
const forgottenMs = 3_600_000
const lastHourOfDay = 22

/** When the questions of one meeting go out, when one is reminded, and until when answers are taken. */
export type AfterWindow = {
  /** The calendar day of the meeting, in the zone of the workspace. */
  day: Day
  asksAt: Instant
  remindsAt: Instant
  /** The first moment that is late. */
  closesAt: Instant
  /** The first moment at which nothing is taken any more. */
  endsAt: Instant
}

/**
 * The window of a meeting that ended at a moment: the questions go out at that moment, so on the same calendar day; the
 * window ends with a whole local day, also when the clock changes in between (a day has 23, 24 or 25 hours).
 */
export function afterWindow(endedAt: Instant, timeZone: string): AfterWindow {
  const day = localDay(endedAt, timeZone)
  const startOf = (days: number) => dayBounds(addCalendarDays(day, days), timeZone).from
  const reminder = atLocalHour(addCalendarDays(day, afterLimits.reminderDays), reminderHours.from, timeZone)
  return {
    day,
    asksAt: endedAt,
    remindsAt: firstWithin(reminder, { ...reminderHours, weekends: true, timeZone }),
    closesAt: startOf(afterLimits.openDays + 1),
    endsAt: startOf(afterLimits.openDays + 1 + afterLimits.lateDays),
  }
}

/**
 * When a meeting that began and that nobody ended counts as over, so that the questions still come the same day: an hour
 * after its planned time, at the latest at ten in the evening; who begins after that has until a quarter to midnight.
 */
export function overAt(
  { startedAt, minutes }: { startedAt: Instant; minutes: number },
  timeZone: string,
): Instant {
  const day = localDay(startedAt, timeZone)
  const usual = addMilliseconds(startedAt, minutes * 60_000 + forgottenMs)
  const evening = atLocalHour(day, lastHourOfDay, timeZone)
  const midnight = addMilliseconds(dayBounds(day, timeZone).to, -15 * 60_000)
  const latest = millis(startedAt) < millis(evening) - forgottenMs ? evening : midnight
  const earliest = millis(usual) < millis(latest) ? usual : latest
  // A meeting that begins in the last quarter of an hour cannot be asked about before it is over.
  return millis(earliest) > millis(startedAt) ? earliest : usual
}

/** What is known of one place's asking. */
export type AfterFacts = {
  window: Pick<AfterWindow, 'closesAt' | 'endsAt'>
  answeredAt: Instant | null
  /** She took her words back: nothing of them is kept. */
  withdrawnAt: Instant | null
}

export type AfterState = 'open' | 'late' | 'answered' | 'withdrawn' | 'ended'

/** Where the asking of one person stands. An answer wins over every end of the window; words that were taken back stay so. */
export function afterState({ window, answeredAt, withdrawnAt }: AfterFacts, now: Instant): AfterState {
  if (withdrawnAt !== null) return 'withdrawn'
  if (answeredAt !== null) return 'answered'
  if (millis(now) < millis(window.closesAt)) return 'open'
  return millis(now) < millis(window.endsAt) ? 'late' : 'ended'
}

/** Whether an answer is taken now: in the window, and late until its end. */
export function takesReflection(state: AfterState): boolean {
  return state === 'open' || state === 'late'
}

/** Whether an answer of this moment is marked as late. */
export function isLate(answeredAt: Instant, { closesAt }: Pick<AfterWindow, 'closesAt'>): boolean {
  return millis(answeredAt) >= millis(closesAt)
}

/** Whether somebody is reminded now: once, while the window is open, and nobody who answered or took her words back. */
export function remindsNow(
  of: AfterFacts & { remindsAt: Instant; remindedAt: Instant | null },
  now: Instant,
): boolean {
  return of.remindedAt === null && millis(now) >= millis(of.remindsAt) && afterState(of, now) === 'open'
}
