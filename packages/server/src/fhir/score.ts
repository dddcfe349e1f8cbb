import { Worker } from 'node:worker_threads'
import type { Json } from '@weerklank/core/feedback/fhir.json'
import type { NotComputed } from '@weerklank/core/feedback/form.score'
import { newFairQueue } from './fair-queue.ts'
import type { ScorePlan, ScoreResult } from './score.engine.ts'
import type { CheckRequest, ScoreReply, ScoreRequest } from './score.worker.ts'

/** `key` names the form and its version: the plan is sent to a worker once. `whose` is the workspace: each has its own turn. */
export type Scorer = {
  score: (of: {
    key: string
    whose?: string
    plan: () => ScorePlan
    response: Json
    /** Also what a form fills in beforehand (`initialExpression`), where nothing was answered yet. */
    withInitial?: boolean
  }) => Promise<ScoreResult>
  /** Which of these expressions are no FHIRPath, and why; and for which there was no time: half a second of work. */
  check: (expressions: readonly string[], whose?: string) => Promise<Checked>
  close: () => Promise<void>
}

export type Checked = { wrong: ReadonlyMap<string, string>; left: ReadonlySet<string> }

/** How long one expression, and with how much memory all of a form, may run on one answer. */
export type ScoreLimits = { milliseconds: number; megabytes: number }
const usual: ScoreLimits = { milliseconds: 1_000, megabytes: 192 }

const placeBytes = 1_024
/** After so many expressions that never end, the rest of a form is not tried any more. */
const triesAtMost = 3
/** One workspace with slow forms holds one thread; two others go on beside it. Each thread costs some 60 MB while it is there. */
const queueLimits = { lanes: 3, waitingAtMost: 500, waitingEach: 200 }
/** A thread beside the first one goes when nobody needed it for so long. */
const restMs = 30_000

/**
 * Scores answers in threads of their own, for each workspace one at a time and all in turn: slow forms of one hold up nobody
 * else. An expression that never ends, or eats all memory, ends its thread and not the server: it is noted as not computed, the
 * others are computed by a new thread, and from then on it is passed over in that version of that form.
 */
export function newScorer(limits: ScoreLimits = usual): Scorer {
  const skips: State['skips'] = new Map()
  const queue = newFairQueue(queueLimits)
  const lanes = Array.from({ length: queueLimits.lanes }, (): State => {
    return { limits, skips, thread: null, isClosed: false }
  })
  const inTurn = <Result>(whose: string, deed: (state: State) => Promise<Result>): Promise<Result> | null =>
    queue.run(whose, async (at) => {
      const state = lanes[at]
      if (state === undefined) throw new Error('Every lane has its state')
      clearTimeout(state.rest)
      return deed(state).finally(() => {
        if (at > 0 && !state.isClosed) state.rest = setTimeout(() => end(state), restMs).unref()
      })
    })
  const isClosed = () => lanes.some((lane) => lane.isClosed)
  const full = () => Promise.resolve(nothing('time', 'too many at once'))
  return {
    score: (of) => (isClosed() ? null : inTurn(of.whose ?? '', (state) => scoreOne(state, of))) ?? full(),
    check: async (expressions, whose = '') =>
      (expressions.length === 0 || isClosed()
        ? null
        : inTurn(whose, (state) => checkAll(state, expressions))) ?? {
        ...{ wrong: new Map(), left: new Set(expressions) },
      },
    close: async () => {
      for (const lane of lanes) lane.isClosed = true
      await Promise.all(lanes.map(end))
    },
  }
}

type Asked = Parameters<Scorer['score']>[0]
type Ended = { ended: NotComputed['reason']; place: string; detail: string }
type Thread = { worker: Worker; at: Uint8Array; known: Set<string>; next: number }
type State = {
  limits: ScoreLimits
  thread: Thread | null
  /** Per form the places of expressions that ended a thread before. */
  skips: Map<string, Set<string>>
  isClosed: boolean
  /** Until it goes for want of work. */
  rest?: NodeJS.Timeout
}

const nothing = (reason: NotComputed['reason'], detail: string): ScoreResult => ({
  values: [],
  notComputed: [{ linkId: '', reason, detail }],
  enabled: {},
  broken: [],
})

async function scoreOne(state: State, of: Asked): Promise<ScoreResult> {
  const skip = skipsOf(state, of.key)
  for (let tries = 0; tries < triesAtMost && !state.isClosed; tries += 1) {
    const outcome = await ask(state, of, skip)
    if (!('ended' in outcome)) return outcome
    await end(state)
    if (outcome.place === '') return nothing(outcome.ended, outcome.detail)
    skip.add(outcome.place)
  }
  return nothing('time', 'several expressions never end')
}

const checkMs = 500

/** One that keeps the parser busy ends the thread: it is no expression, and those after it are looked at by a new thread. */
async function checkAll(state: State, expressions: readonly string[]): Promise<Checked> {
  const wrong = new Map<string, string>()
  let check = [...new Set(expressions)]
  let left: readonly string[] = check
  for (let tries = 0; tries < triesAtMost && check.length > 0 && !state.isClosed; tries += 1) {
    const thread = state.thread ?? start(state)
    thread.next += 1
    const reply = await send(state, thread, { id: thread.next, check, milliseconds: checkMs })
    if ('wrong' in reply) {
      for (const [expression, why] of reply.wrong) wrong.set(expression, why)
      left = reply.left
    }
    if (!('ended' in reply)) break
    await end(state)
    const at = Number(/^check (\d+)$/.exec(reply.place)?.[1] ?? Number.NaN)
    const stuck = check[at]
    if (stuck === undefined) break
    wrong.set(stuck, 'takes too long to read')
    // What came before it is looked at again: its findings ended with the thread.
    check = check.filter((one) => one !== stuck)
    left = check
  }
  return { wrong, left: new Set(left) }
}

function skipsOf(state: State, key: string): Set<string> {
  if (state.skips.size > 1_000) state.skips.clear()
  const found = state.skips.get(key) ?? new Set()
  state.skips.set(key, found)
  return found
}

async function ask(state: State, of: Asked, skip: ReadonlySet<string>): Promise<ScoreResult | Ended> {
  const thread = state.thread ?? start(state)
  const request = (plan?: ScorePlan): ScoreRequest => {
    thread.next += 1
    const { key, response, withInitial = false } = of
    return { id: thread.next, key, ...(plan && { plan }), response, skip: [...skip], withInitial }
  }
  const isNew = !thread.known.has(of.key)
  thread.known.add(of.key)
  const first = await send(state, thread, request(isNew ? of.plan() : undefined))
  const reply = 'needs' in first ? await send(state, thread, request(of.plan())) : first
  if ('result' in reply) return reply.result
  if ('ended' in reply) return reply
  return nothing('error', 'failed' in reply ? reply.failed : 'no plan')
}

function start(state: State): Thread {
  const shared = new SharedArrayBuffer(placeBytes)
  const worker = new Worker(new URL('./score.worker.ts', import.meta.url), {
    workerData: shared,
    // Nothing of the settings: no address of a database, no secret.
    env: {},
    execArgv: [],
    resourceLimits: {
      maxOldGenerationSizeMb: state.limits.megabytes,
      maxYoungGenerationSizeMb: 32,
      stackSizeMb: 4,
    },
  })
  worker.unref()
  const thread: Thread = { worker, at: new Uint8Array(shared), known: new Set(), next: 0 }
  // One that ends between two answers is replaced; its error was told to whoever waited.
  worker.on('error', () => undefined)
  worker.on('exit', () => {
    if (state.thread === thread) state.thread = null
  })
  state.thread = thread
  return thread
}

async function end(state: State): Promise<void> {
  const { thread } = state
  clearTimeout(state.rest)
  state.thread = null
  await thread?.worker.terminate()
}

const startMs = 10_000
/** All expressions of a form together may take this many times as long as one. */
const allTimes = 3
/** How much longer than the time it works a thread may take by the clock: it shares the machine with others. */
const clockTimes = 15

function send(
  state: State,
  thread: Thread,
  request: ScoreRequest | CheckRequest,
): Promise<ScoreReply | Ended> {
  const { worker } = thread
  const { milliseconds } = state.limits
  return new Promise((resolve) => {
    const ended = (reason: NotComputed['reason'], detail: string): Ended => ({
      ...{ ended: reason, detail },
      place: placeOf(thread),
    })
    const onMessage = (reply: ScoreReply) => settle(reply)
    const onError = (error: Error) =>
      settle(ended(/memory/i.test(error.message) ? 'memory' : 'error', error.message))
    const onExit = () => settle(ended('error', 'the thread ended'))
    const watch = watchOf(thread, { milliseconds, isStarting: request.id === 1 })
    const clock = setInterval(
      async () => {
        if (await watch()) settle(ended('time', `longer than ${milliseconds} ms`))
      },
      Math.min(50, milliseconds),
    )
    function settle(outcome: ScoreReply | Ended) {
      clearInterval(clock)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      resolve(outcome)
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(request)
  })
}

/**
 * Says, each time it is asked, whether the thread has worked too long: at one expression, or at all of them. It is the work that
 * is counted and not the clock, for on a busy machine one that is well written would be passed over for ever after.
 */
function watchOf(
  thread: Thread,
  { milliseconds, isStarting }: { milliseconds: number; isStarting: boolean },
): () => Promise<boolean> {
  let last = { place: '', work: 0, clock: Date.now() }
  let began: { work: number; clock: number } | null = null
  const started = Date.now()
  return async () => {
    const [place, work, clock] = [placeOf(thread), await workOf(thread), Date.now()]
    // A thread that starts gets time for that; what is counted begins with the first expression.
    if (place === '' && isStarting && began === null) return clock - started >= milliseconds + startMs
    if (began === null || place !== last.place) last = { place, work, clock }
    began ??= { work, clock }
    const isOver = (since: { work: number; clock: number }, limit: number) =>
      work - since.work >= limit || clock - since.clock >= limit * clockTimes
    return isOver(last, milliseconds) || isOver(began, milliseconds * allTimes)
  }
}

/** How many milliseconds a thread has worked since it began; a thread that is over works no more. */
async function workOf({ worker }: Thread): Promise<number> {
  try {
    const { user, system } = await worker.cpuUsage()
    return (user + system) / 1_000
  } catch {
    return 0
  }
}

function placeOf({ at }: Thread): string {
  const end = at.indexOf(0)
  return Buffer.from(at.slice(0, end < 0 ? undefined : end)).toString('utf8')
}
