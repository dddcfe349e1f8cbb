import { type Instant, millis } from '../shared/time.ts'

/** What stands between someone who signed in and her work; `open` when nothing does. */
export const sessionSteps = ['open', 'prove-second-factor', 'set-up-second-factor', 'locked'] as const
export type SessionStep = (typeof sessionSteps)[number]

/** What is known of one signed-in session and its owner. */
export type SessionStanding = {
  /** When a second factor was proved in this session; null when it was not. */
  secondFactorAt: Instant | null
  /** Whether the account has an authenticator app or a passkey. */
  hasSecondFactor: boolean
  lastSeenAt: Instant
  /** When it was locked by hand; null when it was not. */
  lockedAt: Instant | null
}

/** What a workspace asks of the sessions of its members. */
export type SessionDemand = { secondFactor: boolean; idleMinutes: number | null }

const minute = 60_000

/**
 * The one thing that has to be done first. A second factor that exists is always asked for, whatever the workspace demands:
 * otherwise having one would protect nothing. A locked session can set nothing up.
 */
export function stepOf(session: SessionStanding, demand: SessionDemand, now: Instant): SessionStep {
  const isProved = session.secondFactorAt !== null
  if (session.hasSecondFactor && !isProved) return 'prove-second-factor'
  if (session.lockedAt !== null || isIdle(session.lastSeenAt, demand.idleMinutes, now)) return 'locked'
  return demand.secondFactor && !isProved ? 'set-up-second-factor' : 'open'
}

/** A clock that was set back makes nobody idle. */
function isIdle(lastSeenAt: Instant, idleMinutes: number | null, now: Instant): boolean {
  return idleMinutes !== null && millis(now) - millis(lastSeenAt) > idleMinutes * minute
}

/** How long a proof of who one is counts for changing the means to sign in. */
const proofMinutes = 15

/** Whether the owner of a session showed so short ago that it is her, that she may change her means to sign in. */
export function isFreshlyProved(provedAt: Instant | null, now: Instant): boolean {
  return provedAt !== null && Math.abs(millis(now) - millis(provedAt)) <= proofMinutes * minute
}

/** How often the last use of a session is written down at most. */
export const seenEveryMs = minute
