/** The thread in which expressions run; score.ts starts it, limits it, and ends it when one never ends. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Json } from '@weerklank/core/feedback/fhir.json'
import { compute, type ScorePlan, type ScoreResult } from './score.engine.ts'

export type ScoreRequest = {
  id: number
  key: string
  /** Left out when this worker was given it before. */
  plan?: ScorePlan
  response: Json
  skip: readonly string[]
  withInitial?: boolean
}
export type ScoreReply =
  | { id: number; result: ScoreResult }
  | { id: number; needs: 'plan' }
  | { id: number; failed: string }

/** Where the worker writes which expression it is at, so that it can be read when the worker hears nothing any more. */
export const placeBytes = 1_024

const plans = new Map<string, ScorePlan>()
const plansAtMost = 50

const shared: unknown = workerData
if (parentPort !== null && shared instanceof SharedArrayBuffer) listen(parentPort, new Uint8Array(shared))

function listen(port: NonNullable<typeof parentPort>, at: Uint8Array): void {
  port.on('message', (request: ScoreRequest) => port.postMessage(answer(request, at)))
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

function keep(key: string, plan: ScorePlan): void {
  if (plans.size >= plansAtMost) plans.clear()
  plans.set(key, plan)
}
