import { addDays, type Instant, millis } from '../shared/time.ts'

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

/**
 * The checks of one person as a line over time: those answered and those missed, in the order given (oldest first).
 * An invitation that is still open counts as missed only when a newer one followed; a withdrawn one never counts.
 */
export function checkLine<Asked extends { participant: string; status: InvitationStatus }>(
  invitations: readonly Asked[],
  participant: string,
): Asked[] {
  const own = invitations.filter((one) => one.participant === participant && one.status !== 'revoked')
  return own.filter((one, index) => one.status !== 'open' || index < own.length - 1)
}
