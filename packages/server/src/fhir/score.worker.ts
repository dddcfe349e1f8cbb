/** The thread in which expressions run; score.ts starts it, limits it, and ends it when one never ends. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Json } from '@weerklank/core/feedback/fhir.json'
import { compute, type ScorePlan, type ScoreResult, whyWrong } from './score.engine.ts'

export type ScoreRequest = {
  id: number
  key: string
  /** Left out when this worker was given it before. */
  plan?: ScorePlan
  response: Json
  skip: readonly string[]
  withInitial?: boolean
}
/** Asks which of these are no FHIRPath. */
export type CheckRequest = { id: number; check: readonly string[]; milliseconds: number }
export type ScoreReply =
  | { id: number; result: ScoreResult }
  /** `left`: those for which there was no time. */
  | { id: number; wrong: readonly [expression: string, why: string][]; left: readonly string[] }
  | { id: number; needs: 'plan' }
  | { id: number; failed: string }

/** Where the worker writes which expression it is at, so that it can be read when the worker hears nothing any more. */
export const placeBytes = 1_024

const plans = new Map<string, ScorePlan>()
const plansAtMost = 50

const shared: unknown = workerData
if (parentPort !== null && shared instanceof SharedArrayBuffer) listen(parentPort, new Uint8Array(shared))

function listen(port: NonNullable<typeof parentPort>, at: Uint8Array): void {
  port.on('message', (request: ScoreRequest | CheckRequest) =>
    port.postMessage('check' in request ? checked(request, at) : answer(request, at)),
  )
}

function answer({ id, key, plan, response, ...how }: ScoreRequest, at: Uint8Array): ScoreReply {
  if (plan !== undefined) keep(key, plan)
  const known = plans.get(key)
  if (known === undefined) return { id, needs: 'plan' }
  const note = (place: string) => {
    at.fill(0)
    new TextEncoder().encodeInto(place, at)
  }
  try {
    return { id, result: compute(known, response, { ...how, skip: new Set(how.skip), onExpression: note }) }
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) }
  } finally {
    note('')
  }
}

/** As far as the time goes that this thread works, whatever else the machine does: what was not looked at is said to be so. */
function checked({ id, check, milliseconds }: CheckRequest, at: Uint8Array): ScoreReply {
  const until = workedMs() + milliseconds
  const wrong: [string, string][] = []
  const left: string[] = []
  for (const [number, expression] of check.entries()) {
    if (workedMs() > until) {
      left.push(...check.slice(number))
      break
    }
    new TextEncoder().encodeInto(`check ${number}`, at.fill(0))
    const why = whyWrong(expression)
    if (why !== null) wrong.push([expression, why])
  }
  at.fill(0)
  return { id, wrong, left }
}

function workedMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

function keep(key: string, plan: ScorePlan): void {
  if (plans.size >= plansAtMost) plans.clear()
  plans.set(key, plan)
}
