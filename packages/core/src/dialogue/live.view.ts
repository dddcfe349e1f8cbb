import { allowed, type Decision, refused } from '../shared/decision.ts'
import type { PlaceId } from '../shared/ids.ts'
import { addMilliseconds, type Instant, millis } from '../shared/time.ts'
import type { LiveOwn, LivePersonNow, LiveRoom, LiveStepNow } from './live.contract.ts'
import { isMeantNow, type LiveAsk } from './live.outcome.ts'
import {
  givesInput,
  isAnonymous,
  isOpen,
  isSealed,
  type LivePlace,
  type LiveState,
  leadAwayMs,
  leads,
  leftMs,
  roundOf,
  stepNow,
  stepsToCome,
} from './live.state.ts'
import { maySpeakFor, mayTakeOver } from './live.ts'

/** A place with what its neighbours at the table know of it anyway. */
export type SeatedPlace = LivePlace & Pick<LivePersonNow, 'name' | 'voice'>

/**
 * What everybody at the table may know of the meeting, and everybody knows the same: it says nothing of what is written in
 * silence, not even that something is. Times are what is left by the clock of the server, so that the clock of a device does
 * not matter.
 */
export function roomOf(state: LiveState, places: readonly SeatedPlace[], now: Instant): LiveRoom {
  const left = leftMs(state, now)
  const toCome = stepsToCome(state)
  return {
    version: state.version,
    isOver: state.endedAt !== null,
    steps: state.steps.map((step) => stepOf(state, step.key)),
    step: nowOf(state),
    leftMs: left,
    isPaused: state.clock.pausedAt !== null,
    endsAt: state.endedAt ?? addMilliseconds(now, Math.max(0, left) + minutesMs(toCome)),
    hasRound: state.turns !== null,
    people: places.map((place) => personOf(state, place)),
    leads: state.leads,
  }
}

const minutesMs = (steps: readonly { minutes: number }[]) =>
  steps.reduce((sum, { minutes }) => sum + minutes * 60_000, 0)

function stepOf(state: LiveState, key: string): LiveStepNow {
  const step = { ...stepNow({ steps: state.steps, step: key }) }
  const round = roundOf(state, key)
  return {
    ...{ key, title: step.title, prompt: step.prompt, minutes: step.minutes, input: step.input, round },
    is: placeInTime(state, key),
    isShadow: step.isShadow === true,
    isSealed: isSealed(state, step),
    isAnonymous: isAnonymous(state, step),
    isOpen: round > 0 && isOpen(state, { step: key, round }),
    canSkip: step.canSkip === true,
    dots: step.dots ?? null,
    because: step.inserted?.reason ?? null,
  }
}

function placeInTime(state: LiveState, key: string): LiveStepNow['is'] {
  if (state.endedAt === null && key === state.step) return 'now'
  if (state.skipped.includes(key)) return 'skipped'
  return state.done.includes(key) ? 'done' : 'to-come'
}

function nowOf(state: LiveState): LiveRoom['step'] {
  const step = stepNow(state)
  const at = state.steps.findIndex(({ key }) => key === step.key) + 1
  const minutes = step.minutes + state.clock.extendedMs / 60_000
  return { key: step.key, round: roundOf(state, step.key), at, of: state.steps.length, minutes }
}

/** Who is not counted when one looks who was not heard yet: their part is another one. */
const besideTheTalk: readonly string[] = ['facilitator', 'host', 'recorder', 'timekeeper']

function personOf(state: LiveState, { id, name, voice, role }: SeatedPlace): LivePersonNow {
  const { here, heard, ready, raised, invited, by } = state.people[id] ?? {}
  const said = state.turns?.said[id]
  const inRound = state.turns?.order.includes(id) === true
  const turn = state.turns?.now === id ? 'now' : (said ?? (inRound ? 'later' : null))
  return {
    ...{ place: id, name, voice, role },
    ...(here === true && { here }),
    ...(by !== undefined && { by }),
    ...(ready === true && { ready }),
    ...(raised === true && { raised }),
    ...(invited === true && { invited }),
    ...(stepNow(state).silent.includes(role) && { silent: true as const }),
    ...(here === true && heard !== true && !besideTheTalk.includes(role) && { unheard: true as const }),
    ...(turn !== null && { turn }),
  }
}

/** What one viewer knows and may besides: of herself, and of whoever speaks through her device. */
export function ownOf(state: LiveState, ask: LiveAsk): LiveOwn {
  const { by, places, now } = ask
  const speaksFor = places.filter(({ id }) => maySpeakFor(state, by, id))
  const awayMs = leadAwayMs - (millis(now) - millis(state.leadSeenAt))
  const isLeading = leads(state, by)
  const meant = { step: state.step, round: roundOf(state, state.step) }
  const later = { ...ask, now: new Date(millis(state.leadSeenAt) + leadAwayMs).toISOString() }
  return {
    place: by.id,
    leads: isLeading,
    mayCarry: by.isMember && state.endedAt === null,
    mayTakeOverInMs: isLeading || !mayTakeOver(state, later) ? null : Math.max(0, awayMs),
    places: speaksFor.map((place) => ({
      place: place.id,
      may: state.endedAt === null && mayWrite(state, place, meant).allowed,
      isSilent: stepNow(state).silent.includes(place.role),
      dotsLeft: dotsLeft(state, place.id),
    })),
  }
}

function dotsLeft(state: LiveState, place: PlaceId): number | null {
  const { dots } = stepNow(state)
  return dots === undefined ? null : Math.max(0, dots - (state.people[place]?.spent ?? 0))
}

/** Why something that somebody wrote is not taken. It stays on her device. */
export type WritingRefusal = 'no-such-step' | 'no-input' | 'listens-now' | 'opened-already' | 'no-dots-left'

/**
 * Whether what somebody wrote for a step is taken. A step that has passed still takes what was on its way (a device that was
 * away for a moment loses nothing), except a step without names once it was opened: what comes alone tells who wrote it.
 */
export function mayWrite(
  state: LiveState,
  place: Pick<LivePlace, 'id' | 'role'>,
  to: { step: string; round: number },
): Decision<WritingRefusal> {
  const step = state.steps.find(({ key }) => key === to.step)
  if (step === undefined || to.round > roundOf(state, to.step)) return refused('no-such-step')
  if (step.input === 'none') return refused('no-input')
  if (!givesInput(step, place.role)) return refused('listens-now')
  const isOpened = state.revealed.includes(`${to.step}/${to.round}`)
  if (isAnonymous(state, step) && (isOpened || state.endedAt !== null)) return refused('opened-already')
  if (step.input === 'vote') {
    // Dots are counted for the step that is held: there are none left of one that is over.
    if (!isMeantNow(state, to) || dotsLeft(state, place.id) === 0) return refused('no-dots-left')
  }
  return allowed
}

/** The state after somebody gave a dot: counted, told to nobody. */
export function dotSpent(state: LiveState, place: PlaceId): LiveState {
  const had = state.people[place] ?? {}
  return { ...state, people: { ...state.people, [place]: { ...had, spent: (had.spent ?? 0) + 1 } } }
}
