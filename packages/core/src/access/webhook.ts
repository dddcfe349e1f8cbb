import { addMilliseconds, type Instant, millis } from '../shared/time.ts'

/** What another program can be told of. */
export const webhookEvents = ['response.received', 'signal.opened'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** Why a message did not arrive; `status` came with an answer that was no success. */
export const webhookProblems = [
  'status',
  'redirect',
  'refused-address',
  'unknown-host',
  'timeout',
  'no-connection',
] as const
export type WebhookProblem = (typeof webhookProblems)[number]

/** One time that a message was tried; `status` is that of HTTP, null where none came. */
export type WebhookTry = {
  at: Instant
  status: number | null
  problem: WebhookProblem | null
  /** How long it took, in milliseconds. */
  ms: number
}

const minute = 60_000
const hour = 60 * minute

/** How long to wait after each failed try, in milliseconds; together over two days. */
const waits = [minute / 2, 2 * minute, 10 * minute, hour, 3 * hour, 6 * hour, 12 * hour, 24 * hour] as const

/** When to try again after `tries` failures in a row, the last at `now`; null when it is enough. */
export function nextTryAt(tries: number, now: Instant): Instant | null {
  const wait = waits[tries - 1]
  return wait === undefined ? null : addMilliseconds(now, wait)
}

/** After so many days in which nothing arrived, nothing is sent there any more. */
export const failingDays = 5

/** Whether a receiver that failed since then is given up. */
export function isGivenUp(failingSince: Instant | null, now: Instant): boolean {
  return failingSince !== null && millis(now) - millis(failingSince) >= failingDays * 24 * hour
}

/** So many days the log of messages goes back. */
export const deliveryDays = 30

/**
 * Whether messages may be sent to this address: https anywhere, http only to this machine where that is allowed (a
 * demo). No name or password in it, no fragment.
 */
export function isWebhookUrl(text: string, of: { thisMachine: boolean }): boolean {
  // The shape alone; which address the name stands for is asked at each message.
  const match = /^(https?):\/\/([^/?#@\s\\]+)(?:[/?][^#\s\\]*)?$/i.exec(text)
  if (match === null) return false
  const [, scheme = '', host = ''] = match
  if (scheme.toLowerCase() === 'https') return true
  return of.thisMachine && /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host)
}
