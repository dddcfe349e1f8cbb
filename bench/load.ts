import { type Agent, request } from 'node:http'

export type Answer = { status: number; ms: number }
export type Sample = {
  count: number
  perSecond: number
  p50: number
  p95: number
  p99: number
  max: number
  failed: number
}

/** One HTTP request on kept connections; the time runs from sending to the last byte. */
export function send(
  agent: Agent,
  url: string,
  of: { method: string; headers: Record<string, string>; body?: string },
): Promise<Answer> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: of.method, headers: of.headers }, (response) => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode ?? 0, ms: performance.now() - started }))
    })
    sent.on('error', reject)
    sent.end(of.body)
  })
}

/** Does work in so many lanes beside each other until the time is over. */
export async function saturate(lanes: number, seconds: number, work: () => Promise<Answer>): Promise<Sample> {
  const until = performance.now() + seconds * 1000
  const answers: Answer[] = []
  const started = performance.now()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (performance.now() < until) answers.push(await work())
    }),
  )
  return summarise(answers, (performance.now() - started) / 1000)
}

/** Does work so many times, one after the other. */
export async function repeat(times: number, work: () => Promise<Answer>): Promise<Sample> {
  const answers: Answer[] = []
  const started = performance.now()
  for (let i = 0; i < times; i++) answers.push(await work())
  return summarise(answers, (performance.now() - started) / 1000)
}

/** Begins work at a steady pace, whether or not the earlier is done: the waiting of a slow server is counted. */
export async function pace(perSecond: number, seconds: number, work: () => Promise<Answer>): Promise<Sample> {
  const started = performance.now()
  const pending: Promise<Answer>[] = []
  for (let i = 0; i < perSecond * seconds; i++) {
    const at = started + (i * 1000) / perSecond
    const wait = at - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    pending.push(work())
  }
  const answers = await Promise.all(pending)
  return summarise(answers, (performance.now() - started) / 1000)
}

function summarise(answers: readonly Answer[], seconds: number): Sample {
  const times = answers.map((answer) => answer.ms).sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return {
    count: answers.length,
    perSecond: Math.round(answers.length / seconds),
    p50: round(at(0.5)),
    p95: round(at(0.95)),
    p99: round(at(0.99)),
    max: round(times.at(-1) ?? 0),
    failed: answers.filter((answer) => answer.status >= 400).length,
  }
}

export const round = (value: number) => Math.round(value * 10) / 10
