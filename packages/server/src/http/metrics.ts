import type { ErrorCode } from '@weerklank/core/shared/errors'
import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'

// Counters per process, without any personal data: route patterns, statuses and error codes only.
const requests = new Map<string, number>()
const seconds = new Map<string, { sum: number; count: number }>()
const refusals = new Map<ErrorCode, number>()

/** Counts a refusal by its code. */
export function countRefusal(code: ErrorCode): void {
  refusals.set(code, (refusals.get(code) ?? 0) + 1)
}

export type SignInWay = 'password' | 'mail-link' | 'second-step' | 'passkey' | 'single-sign-on'
const failedSignIns = new Map<SignInWay, number>()

/** Counts a sign-in that failed, by its way only: known and unknown accounts alike, so that the count tells of none. */
export function countFailedSignIn(way: SignInWay): void {
  failedSignIns.set(way, (failedSignIns.get(way) ?? 0) + 1)
}

let refusedContent = 0

/** Counts that a member asked for content that is not hers, or not there: the count does not tell which. */
export function countRefusedContent(): void {
  refusedContent += 1
}

const unmeasured = new WeakSet<Request>()

/** For a route of which even the number of requests tells something: the counters pass this one over. */
export function leaveUnmeasured(c: Context): void {
  unmeasured.add(c.req.raw)
}

/** Counts requests and their time, by route pattern: never by path, which may hold a token. */
export const measureRequests: MiddlewareHandler = async (c, next) => {
  const start = performance.now()
  await next()
  if (unmeasured.has(c.req.raw)) return
  const route = `${c.req.method} ${routePath(c)}`
  const key = `${route} ${c.res.status}`
  requests.set(key, (requests.get(key) ?? 0) + 1)
  const total = seconds.get(route) ?? { sum: 0, count: 0 }
  seconds.set(route, { sum: total.sum + (performance.now() - start) / 1000, count: total.count + 1 })
}

/** The counters as Prometheus text (exposition format 0.0.4). */
export function metricsText(gauges: Readonly<Record<string, number>>): string {
  const lines = ['# TYPE weerklank_requests_total counter']
  for (const [key, count] of requests) {
    const [method, route, status] = key.split(' ')
    lines.push(`weerklank_requests_total{method="${method}",route="${route}",status="${status}"} ${count}`)
  }
  lines.push('# TYPE weerklank_request_seconds summary')
  for (const [key, { sum, count }] of seconds) {
    const [method, route] = key.split(' ')
    lines.push(`weerklank_request_seconds_sum{method="${method}",route="${route}"} ${sum.toFixed(6)}`)
    lines.push(`weerklank_request_seconds_count{method="${method}",route="${route}"} ${count}`)
  }
  lines.push('# TYPE weerklank_refusals_total counter')
  for (const [code, count] of refusals) lines.push(`weerklank_refusals_total{code="${code}"} ${count}`)
  lines.push('# TYPE weerklank_failed_sign_ins_total counter')
  for (const [way, count] of failedSignIns)
    lines.push(`weerklank_failed_sign_ins_total{way="${way}"} ${count}`)
  lines.push(
    '# TYPE weerklank_refused_content_total counter',
    `weerklank_refused_content_total ${refusedContent}`,
  )
  for (const [name, value] of Object.entries(gauges)) lines.push(`# TYPE ${name} gauge`, `${name} ${value}`)
  return `${lines.join('\n')}\n`
}
