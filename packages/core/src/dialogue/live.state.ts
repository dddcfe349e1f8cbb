import type { PlaceId } from '../shared/ids.ts'
import { type Instant, millis } from '../shared/time.ts'
import type { MeetingRole } from './dialogue.ts'
import type { FormatStep } from './format.ts'
import type { PlannedStep } from './meeting.ts'

/**
 * A meeting while it is held, as one small value that only the server changes (live.ts). It holds no text that anybody
 * wrote and no name: who somebody is stands in her place, what she wrote in its own table, which opens by itself (ADR 0029).
 */
export type LiveState = {
  /** Counts what everybody may see. What one writes in silence does not count: its moment would tell of it. */
  version: number
  /** In the order in which they are held; each key once. */
  steps: readonly PlannedStep[]
  /** Key of the step that is held now. */
  step: string
  /** How often each step was begun: a step that is held again starts with a clean table. */
  rounds: Readonly<Record<string, number>>
  done: readonly string[]
  skipped: readonly string[]
  clock: LiveClock
  turns: LiveTurns | null
  people: Readonly<Record<PlaceId, LiveMark>>
  /** Who leads now, and when a sign of her was last heard. */
  leads: PlaceId
  leadSeenAt: Instant
  /** What was opened, as `key/round`. */
  revealed: readonly string[]
  /** Steps that were made anonymous in the meeting itself, or began so: none ever leaves this list. */
  anonymous: readonly string[]
  startedAt: Instant
  endedAt: Instant | null
  /** The last commands that would count twice when a device sends them twice. */
  recent: readonly string[]
}

/** When the step began, by the clock of the server, and what was added to or left out of its time. */
export type LiveClock = {
  startedAt: Instant
  extendedMs: number
  pausedMs: number
  pausedAt: Instant | null
}

/** A round: everybody in order, and passing is always good. */
export type LiveTurns = {
  order: readonly PlaceId[]
  said: Readonly<Record<PlaceId, 'spoke' | 'passed'>>
  now: PlaceId | null
}

/** What is known of one place while the meeting is held; what is not so is absent. */
export type LiveMark = {
  here?: true
  /** She has been here with a device of her own: nobody else's speaks for her. */
  own?: true
  /** Whose device speaks for her. */
  by?: PlaceId
  heard?: true
  ready?: true
  raised?: true
  invited?: true
  /** Dots she has given in this step; never on what. */
  spent?: number
}

/** Who is at the table, as the rules need it. */
export type LivePlace = { readonly id: PlaceId; readonly role: MeetingRole; readonly isMember: boolean }

/** Time is added five minutes at a time (domain.md §5.1). */
export const extendByMs = 5 * 60_000

/** Our own choice: after so long without a sign of who leads, somebody else may take over. */
export const leadAwayMs = 2 * 60_000

/** The longest text, in Unicode code points: five thousand signs of four code points each, as some emoji are. */
export const contributionAtMost = 20_000

/** The step that is held now; throws when the state names none, which only a broken row can. */
export function stepNow(state: Pick<LiveState, 'steps' | 'step'>): PlannedStep {
  const step = state.steps.find(({ key }) => key === state.step)
  if (step === undefined) throw new Error(`A meeting in a step that it does not have: ${state.step}`)
  return step
}

/** Which time this is that the step is held, from 1; 0 when it was not held yet. */
export function roundOf(state: Pick<LiveState, 'rounds'>, step: string): number {
  return state.rounds[step] ?? 0
}

/** Whether somebody in this role gives input in a step: its speakers, or everybody when it names none. Never who listens. */
export function givesInput(step: FormatStep, role: MeetingRole): boolean {
  if (step.silent.includes(role)) return false
  return step.speakers.length === 0 || step.speakers.includes(role)
}

/** Whether authors of a step are kept nowhere. */
export function isAnonymous(state: Pick<LiveState, 'anonymous'>, step: FormatStep): boolean {
  return step.isAnonymous === true || state.anonymous.includes(step.key)
}

/**
 * Whether what is written in a step stays closed until it is opened. What is anonymous always does: the order and the moment
 * in which texts come would tell who writes.
 */
export function isSealed(state: Pick<LiveState, 'anonymous'>, step: FormatStep): boolean {
  return step.isSealed === true || isAnonymous(state, step)
}

/** Whether what was written in a round of a step may be read by everybody at the table. */
export function isOpen(state: LiveState, { step, round }: { step: string; round: number }): boolean {
  const known = state.steps.find(({ key }) => key === step)
  if (known === undefined) return false
  return !isSealed(state, known) || state.revealed.includes(`${step}/${round}`)
}

/** Milliseconds left of the step, below zero when it takes longer. Of a paused clock they stand still. */
export function leftMs(state: Pick<LiveState, 'steps' | 'step' | 'clock'>, now: Instant): number {
  const { startedAt, extendedMs, pausedMs, pausedAt } = state.clock
  const running = millis(pausedAt ?? now) - millis(startedAt) - pausedMs
  return stepNow(state).minutes * 60_000 + extendedMs - running
}

/** The steps that wait, in the order in which they come. */
export function stepsToCome(state: LiveState): readonly PlannedStep[] {
  const past = new Set([...state.done, ...state.skipped, state.step])
  return state.steps.filter(({ key }) => !past.has(key))
}

/** Whether somebody leads by her role, or because she began or took over. */
export function leads(state: LiveState, by: LivePlace): boolean {
  return by.role === 'facilitator' || state.leads === by.id
}

/** The meeting at its beginning: the first step, its clock running, and whoever began it leads. */
export function startLive(of: {
  steps: readonly PlannedStep[]
  by: LivePlace
  places: readonly LivePlace[]
  now: Instant
}): LiveState {
  const [first] = of.steps
  if (first === undefined) throw new Error('A meeting without steps cannot begin')
  const clock = { startedAt: of.now, extendedMs: 0, pausedMs: 0, pausedAt: null }
  const start: LiveState = {
    ...{ version: 1, steps: of.steps, step: first.key, rounds: { [first.key]: 1 } },
    ...{ done: [], skipped: [], clock, turns: null, revealed: [], recent: [] },
    people: { [of.by.id]: { here: true, own: true } },
    ...{ leads: of.by.id, leadSeenAt: of.now, startedAt: of.now, endedAt: null },
    anonymous: of.steps.filter((step) => step.isAnonymous === true).map(({ key }) => key),
  }
  return first.input === 'round' ? { ...start, turns: newTurns(start, of.places) } : start
}

/** A round of everybody who is here and gives input now, in the order of the table. */
export function newTurns(state: LiveState, places: readonly LivePlace[]): LiveTurns {
  const step = stepNow(state)
  const order = places
    .filter(({ id, role }) => state.people[id]?.here === true && givesInput(step, role))
    .map(({ id }) => id)
  return { order, said: {}, now: order[0] ?? null }
}
