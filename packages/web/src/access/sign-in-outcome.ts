/** How signing in with the organisation's account ended when it did not work: what the server writes in the address. */
export type SingleSignOnOutcome = 'refused' | 'unavailable'

export function singleSignOnOutcome(value: unknown): SingleSignOnOutcome | undefined {
  return value === 'refused' || value === 'unavailable' ? value : undefined
}
