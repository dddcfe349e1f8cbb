import { refused } from '../shared/decision.ts'
import type { PlaceId } from '../shared/ids.ts'
import { type Instant, millis } from '../shared/time.ts'
import type { LiveCommand } from './live.commands.ts'
import { isMeantNow, type LiveAsk, type LiveLog, type LiveOutcome } from './live.outcome.ts'
import {
  extendByMs,
  isSealed,
  type LiveMark,
  type LiveState,
  newTurns,
  roundOf,
  stepNow,
  stepsToCome,
} from './live.state.ts'
import { giveTurn, heardMark } from './live.turns.ts'
import type { PlannedStep } from './meeting.ts'

type Of<Deed extends LiveCommand['do']> = Extract<LiveCommand, { do: Deed }>

/** What who leads asks of the meeting. Its steps are at its service; only the shadow side stays in it. */
export function steer(state: LiveState, command: LiveCommand, ask: LiveAsk): LiveOutcome {
  if ('step' in command && command.do !== 'reveal' && !isMeantNow(state, command)) return refused('moved-on')
  switch (command.do) {
    case 'next':
      return next(state, ask)
    case 'extend':
      return told(state, { clock: { ...state.clock, extendedMs: state.clock.extendedMs + extendByMs } }, {})
    case 'pause':
    case 'resume':
      return hold(state, command.do === 'pause', ask.now)
    case 'skip':
      return skip(state, command, ask)
    case 'repeat':
      return repeat(state, command.key, ask)
    case 'move':
      return move(state, command)
    case 'insert':
      return insert(state, command, ask)
    case 'anonymous':
      return makeAnonymous(state, command.key)
    case 'reveal':
      return reveal(state, command)
    case 'end':
      return end(state, command.reason, ask.now)
    default:
      return withPeople(state, command, ask)
  }
}

/** What who leads does for somebody: the word, a mark that she was heard, an invitation. */
function withPeople(state: LiveState, command: LiveCommand, ask: LiveAsk): LiveOutcome {
  switch (command.do) {
    case 'begin-round':
      return told(state, { turns: newTurns(state, ask.places) }, {})
    case 'turn':
      return giveTurn(state, command.place)
    case 'heard':
    case 'invite': {
      if (!ask.places.some(({ id }) => id === command.place)) return refused('not-at-table')
      return told(state, { people: { ...state.people, [command.place]: markOf(state, command) } })
    }
    // Only a sign of life: whoever asks is written down as here, and nobody is told.
    default:
      return { allowed: true, state, log: null }
  }
}

function markOf(state: LiveState, command: Of<'heard' | 'invite'>): LiveMark {
  const had = state.people[command.place] ?? {}
  if (command.do === 'invite') return { ...had, invited: true }
  if (command.is) return heardMark(had)
  const { heard: _, ...rest } = had
  return rest
}

/** A new state, and what is kept of it: by default nothing, with an empty note the step alone. */
function told(
  state: LiveState,
  change: Partial<LiveState>,
  log: Partial<LiveLog> | null = null,
): LiveOutcome {
  const kept = log === null ? null : { step: state.step, reason: null, ...log }
  return { allowed: true, state: { ...state, ...change, version: state.version + 1 }, log: kept }
}

/** The step with a clean table: its clock begins, nobody is ready, and a round starts where it has one. */
function begin(state: LiveState, key: string, { now, places }: LiveAsk): LiveState {
  const rounds = { ...state.rounds, [key]: roundOf(state, key) + 1 }
  const clock = { startedAt: now, extendedMs: 0, pausedMs: 0, pausedAt: null }
  const people: Record<PlaceId, LiveMark> = {}
  for (const [place, had] of Object.entries(state.people) as [PlaceId, LiveMark][]) {
    const { ready: _, spent: __, ...rest } = had
    people[place] = rest
  }
  const begun = { ...state, step: key, rounds, clock, people, turns: null }
  return stepNow(begun).input === 'round' ? { ...begun, turns: newTurns(begun, places) } : begun
}

function next(state: LiveState, ask: LiveAsk): LiveOutcome {
  const [coming] = stepsToCome(state)
  const done = [...new Set([...state.done, state.step])]
  if (coming === undefined) return told(state, { done, endedAt: ask.now, turns: null }, {})
  return told(begin({ ...state, done }, coming.key, ask), {}, { step: coming.key })
}

function hold(state: LiveState, isPause: boolean, now: Instant): LiveOutcome {
  const { clock } = state
  if ((clock.pausedAt !== null) === isPause) return { allowed: true, state, log: null }
  if (clock.pausedAt === null) return told(state, { clock: { ...clock, pausedAt: now } }, {})
  const stood = Math.max(0, millis(now) - millis(clock.pausedAt))
  return told(state, { clock: { ...clock, pausedAt: null, pausedMs: clock.pausedMs + stood } }, {})
}

/** A step that is held now or waits is passed over; one that its format wants needs a reason, the shadow side stays. */
function skip(state: LiveState, { key, reason }: Of<'skip'>, ask: LiveAsk): LiveOutcome {
  const step = state.steps.find((one) => one.key === key)
  if (step === undefined) return refused('no-such-step')
  if (step.isShadow === true) return refused('shadow-stays')
  if (state.done.includes(key) && state.step !== key) return refused('step-is-past')
  if (state.skipped.includes(key)) return { allowed: true, state, log: null }
  if (step.canSkip !== true && reason === null) return refused('reason-needed')
  const skipped = [...state.skipped, key]
  if (key !== state.step) return told(state, { skipped }, { step: key, reason })
  const [coming] = stepsToCome({ ...state, skipped })
  // The last step is not skipped but ended, which asks for the shadow side.
  if (coming === undefined) return refused('must-stay')
  return told(begin({ ...state, skipped }, coming.key, ask), {}, { step: key, reason })
}

/** A step is held again from the start, also one that was passed over. The others keep their place. */
function repeat(state: LiveState, key: string, ask: LiveAsk): LiveOutcome {
  if (!state.steps.some((one) => one.key === key)) return refused('no-such-step')
  const skipped = state.skipped.filter((one) => one !== key)
  // What was being held is not done when one goes back, and comes again.
  return told(begin({ ...state, skipped }, key, ask), {}, { step: key })
}

/** A step that waits comes earlier or later, also the shadow side. */
function move(state: LiveState, { key, before }: Of<'move'>): LiveOutcome {
  const step = state.steps.find((one) => one.key === key)
  if (step === undefined) return refused('no-such-step')
  const waits = new Set(stepsToCome(state).map((one) => one.key))
  if (!waits.has(key) || (before !== null && !waits.has(before))) return refused('step-is-past')
  if (key === before) return { allowed: true, state, log: null }
  const steps = placed(
    state.steps.filter((one) => one.key !== key),
    step,
    before,
  )
  return told(state, { steps }, { step: key })
}

function placed(steps: readonly PlannedStep[], step: PlannedStep, before: string | null): PlannedStep[] {
  const at = before === null ? steps.length : steps.findIndex(({ key }) => key === before)
  return [...steps.slice(0, at), step, ...steps.slice(at)]
}

function insert(state: LiveState, { add, before, reason }: Of<'insert'>, ask: LiveAsk): LiveOutcome {
  // The key comes from the device: the same step again is the same step.
  if (state.steps.some(({ key }) => key === add.key)) return { allowed: true, state, log: null }
  if (before !== null && !stepsToCome(state).some(({ key }) => key === before)) return refused('step-is-past')
  const { isSealed: sealed, isAnonymous: anonymous, ...rest } = add
  const step: PlannedStep = {
    ...{ ...rest, speakers: [], silent: [], canSkip: true as const },
    inserted: { reason, by: ask.by.id, at: ask.now },
    ...(sealed && { isSealed: true as const }),
    ...(anonymous && { isAnonymous: true as const }),
  }
  return told(
    state,
    {
      steps: placed(state.steps, step, before),
      anonymous: anonymous ? [...state.anonymous, step.key] : state.anonymous,
    },
    { step: step.key, reason },
  )
}

/** One way: nothing takes it back, and what may hold names already stays as it is. */
function makeAnonymous(state: LiveState, key: string): LiveOutcome {
  const step = state.steps.find((one) => one.key === key)
  if (step === undefined) return refused('no-such-step')
  if (state.anonymous.includes(key) || step.isAnonymous === true) return refused('already-anonymous')
  if (roundOf(state, key) > 0) return refused('step-is-past')
  const steps = state.steps.map((one) => (one.key === key ? { ...one, isAnonymous: true as const } : one))
  return told(state, { steps, anonymous: [...state.anonymous, key] }, { step: key })
}

/** Opens what was written in a round of a step, for everybody at once. */
function reveal(state: LiveState, { step: key, round }: Of<'reveal'>): LiveOutcome {
  const step = state.steps.find((one) => one.key === key)
  if (step === undefined || round > roundOf(state, key)) return refused('no-such-step')
  if (!isSealed(state, step)) return refused('nothing-to-open')
  const name = `${key}/${round}`
  if (state.revealed.includes(name)) return { allowed: true, state, log: null }
  return told(state, { revealed: [...state.revealed, name] }, { step: key })
}

/** Ends it before its last step, too: with a reason, and never before the shadow side had its turn. */
function end(state: LiveState, reason: string | null, now: Instant): LiveOutcome {
  const left = stepsToCome(state)
  if (left.some(({ isShadow }) => isShadow === true)) return refused('shadow-not-held')
  if (left.length > 0 && reason === null) return refused('reason-needed')
  const done = [...new Set([...state.done, state.step])]
  return told(state, { done, endedAt: now, turns: null }, { reason })
}
