import { allowed, type Decision, refused } from '../shared/decision.ts'
import { addMilliseconds, type Instant, millis } from '../shared/time.ts'
import type { MeetingRole } from './dialogue.ts'
import type { Format, FormatStep } from './format.ts'

/** Planned until somebody begins it; whatever was called off can be planned again, whatever ended stays so. */
export const meetingStatuses = ['planned', 'live', 'ended', 'cancelled'] as const
export type MeetingStatus = (typeof meetingStatuses)[number]

/** Whether somebody comes: asked, never taken for granted. */
export const attendances = ['unknown', 'yes', 'no'] as const
export type Attends = (typeof attendances)[number]

/** What can be written for a meeting, beforehand and at the table. */
export const meetingTextKinds = [
  'preparation',
  'expectation',
  'text',
  'round',
  'card',
  'vote',
  'note',
  'minutes',
] as const
export type MeetingTextKind = (typeof meetingTextKinds)[number]

/** Something everyone at the table is asked beforehand. The key stays when the words change. */
export type PreparedQuestion = { readonly key: string; readonly text: string }

/** What brings people back to what it is about: words, and where a picture or film is to be found. Nothing is uploaded. */
export type WarmUp = { readonly text: string; readonly url: string }

/** Why and by whom a programme was changed after it was chosen. */
export type StepChange = { readonly reason: string; readonly by: string; readonly at: Instant }

/** A step in the programme of one meeting. */
export type PlannedStep = FormatStep & { readonly inserted?: StepChange; readonly moved?: StepChange }

/** The format as a meeting keeps it: frozen when chosen, with the steps that were put in or moved since. */
export type MeetingFormat = Omit<Format, 'steps'> & { readonly steps: readonly PlannedStep[] }

const next: Readonly<Record<MeetingStatus, readonly MeetingStatus[]>> = {
  planned: ['live', 'cancelled'],
  live: ['ended'],
  ended: [],
  cancelled: ['planned'],
}

/** Whether a meeting can go from one status to another. To where it is already is no step: a second tap changes nothing. */
export function mayBecome(from: MeetingStatus, to: MeetingStatus): Decision<'not-from-here'> {
  return from === to || next[from].includes(to) ? allowed : refused('not-from-here')
}

/** Who asks to do something with a meeting: a place at its table, and whether she made the plan. */
export type AtTable = { readonly role: MeetingRole; readonly isMember: boolean; readonly isMaker: boolean }

/** What can be done with a meeting besides being there. */
export const meetingActs = ['plan', 'invite', 'cancel', 'begin', 'end', 'take-minutes'] as const
export type MeetingAct = (typeof meetingActs)[number]
export type MeetingRefusal =
  | 'no-account'
  | 'not-your-part'
  | 'is-going-on'
  | 'is-over'
  | 'is-cancelled'
  | 'not-begun'

const planners: readonly MeetingRole[] = ['facilitator', 'host']
const leaders: readonly MeetingRole[] = ['facilitator']
const writers: readonly MeetingRole[] = ['facilitator', 'host', 'recorder']

/**
 * Whether someone at the table may do something with the meeting now. Plans are made by colleagues: who leads, who invites,
 * and who made the plan. Leading is for the facilitator; where no colleague leads, the maker of the plan may (`isMaker`).
 */
export function mayInMeeting(who: AtTable, status: MeetingStatus, act: MeetingAct): Decision<MeetingRefusal> {
  if (!who.isMember) return refused('no-account')
  const roles = act === 'begin' || act === 'end' ? leaders : act === 'take-minutes' ? writers : planners
  if (!who.isMaker && !roles.includes(who.role)) return refused('not-your-part')
  return inTime(status, act)
}

function inTime(status: MeetingStatus, act: MeetingAct): Decision<MeetingRefusal> {
  if (act === 'take-minutes') return status === 'planned' ? refused('not-begun') : allowed
  if (status === 'ended') return act === 'end' ? allowed : refused('is-over')
  if (status === 'cancelled') return act === 'cancel' ? allowed : refused('is-cancelled')
  if (status === 'live') {
    // Who comes late still gets a link; the programme changes at the table itself.
    return act === 'plan' || act === 'cancel' ? refused('is-going-on') : allowed
  }
  return act === 'end' ? refused('not-begun') : allowed
}

/** A day of grace: a plan that is typed over from paper, or made in the minute that it begins. */
const graceMs = 5 * 60_000

/** Whether a meeting may be planned at a moment: not in the past, and within two years (further off is a typing error). */
export function mayPlanAt(plannedAt: Instant, now: Instant): Decision<'in-the-past' | 'too-far'> {
  const ahead = millis(plannedAt) - millis(now)
  if (ahead < -graceMs) return refused('in-the-past')
  return ahead > 2 * 366 * 86_400_000 ? refused('too-far') : allowed
}

/** A stretch of time: from its first moment up to the one after its last. */
export type Stretch = { readonly plannedAt: Instant; readonly minutes: number }

/** When a meeting is over if it goes as planned. */
export function endsAt({ plannedAt, minutes }: Stretch): Instant {
  return addMilliseconds(plannedAt, minutes * 60_000)
}

/** Which of the others lie in the same time; one that begins as the other ends does not. */
export function clashing<Other extends Stretch>(one: Stretch, others: readonly Other[]): Other[] {
  const [from, to] = [millis(one.plannedAt), millis(endsAt(one))]
  return others.filter((other) => millis(other.plannedAt) < to && millis(endsAt(other)) > from)
}

/** Which page somebody with a link sees. */
export type GuestMoment = 'before' | 'during' | 'after' | 'cancelled'

/** A meeting that nobody began stays `before`: whoever is late comes on, and answers are still welcome. */
export function guestMoment(status: MeetingStatus): GuestMoment {
  if (status === 'planned') return 'before'
  return status === 'live' ? 'during' : status === 'ended' ? 'after' : 'cancelled'
}

/** A link to a place works until so many days after the meeting: the questions afterwards come by it too. */
export const meetingLinkDays = 60
