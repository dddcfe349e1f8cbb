import { addDays, type Instant, localDay, millis } from '../shared/time.ts'

/** A check link is usable for so many days after it was made or renewed. */
export const linkDays = 14

/** Until so many days after expiry the respondent can renew the link herself, and a late answer is still taken. */
export const renewDays = 30

/** What the invitation's status is derived from; it is never stored. */
export type InvitationFacts = {
  expiresAt: Instant
  revokedAt: Instant | null
  answeredAt: Instant | null
}

export type InvitationStatus = 'open' | 'answered' | 'revoked' | 'expired' | 'ended'

/**
 * The status at a moment. An answer wins over everything: whoever answered must never read "expired". `expired` can be
 * renewed by the respondent herself, `ended` cannot any more.
 */
export function invitationStatus(facts: InvitationFacts, now: Instant): InvitationStatus {
  if (facts.answeredAt !== null) return 'answered'
  if (facts.revokedAt !== null) return 'revoked'
  if (millis(now) < millis(facts.expiresAt)) return 'open'
  return millis(now) < millis(addDays(facts.expiresAt, renewDays)) ? 'expired' : 'ended'
}

/**
 * Whether an answer is still taken. An expired link takes it too: she could renew it herself, so refusing would only
 * lose an answer that waited on a phone without reception (product.md promise 5).
 */
export function takesAnswer(status: InvitationStatus): boolean {
  return status === 'open' || status === 'expired'
}

/** What a line over time has to know of an invitation. */
type AskedOnLine = {
  participant: string
  sentAt: Instant
  status: InvitationStatus
  /** What was asked; absent is the contact check. */
  instrument?: string | undefined
}

/**
 * The checks of one person as a line over time: those answered and those missed, in the order given (oldest first).
 * An invitation that is still open counts as missed only when a newer one followed; a withdrawn one never counts. Asking
 * the same again on the same day, in the time zone of the workspace, is one asking: what it came in the place of is no miss.
 */
export function checkLine<Asked extends AskedOnLine>(
  invitations: readonly Asked[],
  { participant, timeZone }: { participant: string; timeZone: string },
): Asked[] {
  const own = invitations.filter((one) => one.participant === participant && one.status !== 'revoked')
  return own.filter((one, index) => {
    if (one.status === 'answered') return true
    const later = own.slice(index + 1)
    if (one.status === 'open' && later.length === 0) return false
    return !later.some((next) => isSameAsking(one, next, timeZone))
  })
}

/** No day has more hours than this, also when the clock goes back. */
const longestDayMs = 25 * 3_600_000

function isSameAsking(one: AskedOnLine, next: AskedOnLine, timeZone: string): boolean {
  if (one.instrument !== next.instrument) return false
  if (millis(next.sentAt) - millis(one.sentAt) >= longestDayMs) return false
  return localDay(one.sentAt, timeZone) === localDay(next.sentAt, timeZone)
}
