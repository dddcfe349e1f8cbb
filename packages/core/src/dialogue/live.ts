import { assertNever } from '../shared/assert-never.ts'
import { refused } from '../shared/decision.ts'
import type { PlaceId } from '../shared/ids.ts'
import { millis } from '../shared/time.ts'
import { type LiveCommand, leadDeeds } from './live.commands.ts'
import { steer } from './live.lead.ts'
import { isMeantNow, type LiveAsk, type LiveOutcome } from './live.outcome.ts'
import {
  givesInput,
  type LiveMark,
  type LivePlace,
  type LiveState,
  leadAwayMs,
  leads,
  stepNow,
} from './live.state.ts'
import { passTurn, speakTurn } from './live.turns.ts'

/**
 * What a command makes of a meeting that is held, or why it is not done. The same command again (by its id, or because it
 * would change nothing) gives the same state: a device may send it as often as it needs to.
 */
export function applyLive(state: LiveState, command: LiveCommand, ask: LiveAsk): LiveOutcome {
  if (!ask.places.some(({ id }) => id === ask.by.id)) return refused('not-at-table')
  if (state.recent.includes(command.id)) return unchanged(state)
  if (state.endedAt !== null && command.do !== 'reveal') return refused('ended')
  if (!leadDeeds.includes(command.do)) return ofEverybody(state, command, ask)
  if (!leads(state, ask.by)) return refused('not-leading')
  // A sign of whoever leads now counts as such; another facilitator is not the one who is away.
  const seen = state.leads === ask.by.id ? { ...state, leadSeenAt: ask.now } : state
  const outcome = steer(seen, command, ask)
  if (!outcome.allowed || outcome.state === seen)
    return outcome.allowed ? { ...outcome, state: seen } : outcome
  return remembered(outcome, command.id)
}

const recentAtMost = 60

function remembered(outcome: LiveOutcome & { allowed: true }, id: string): LiveOutcome {
  const { state, log } = outcome
  return { allowed: true, log, state: { ...state, recent: [...state.recent, id].slice(-recentAtMost) } }
}

/** Nothing to change: also no new version, so that nobody is told anything. */
const unchanged = (state: LiveState): LiveOutcome => ({ allowed: true, state, log: null })

const changed = (state: LiveState, change: Partial<LiveState>): LiveOutcome => ({
  allowed: true,
  state: { ...state, ...change, version: state.version + 1 },
  log: null,
})

function ofEverybody(state: LiveState, command: LiveCommand, ask: LiveAsk): LiveOutcome {
  switch (command.do) {
    case 'arrive':
      return arrive(state, ask)
    case 'leave':
      return leave(state, ask)
    case 'carry':
      return carry(state, command, ask)
    case 'take-over':
      return takeOver(state, command, ask)
    case 'spoke':
      return state.turns === null ? refused('no-round') : speakTurn(state, command, ask)
    case 'raise':
    case 'ready':
    case 'pass':
      return forOne(state, command, ask)
    default:
      return refused('not-leading')
  }
}

type ForOne = Extract<LiveCommand, { do: 'raise' | 'ready' | 'pass' }>

/** What somebody does for herself, or a device of a colleague for somebody who has none. */
function forOne(state: LiveState, command: ForOne, ask: LiveAsk): LiveOutcome {
  const whose = ask.places.find(({ id }) => id === (command.as ?? ask.by.id))
  if (whose === undefined || !maySpeakFor(state, ask.by, whose.id)) return refused('speaks-herself')
  if (command.do !== 'raise' && !isMeantNow(state, command)) return refused('moved-on')
  switch (command.do) {
    case 'pass':
      return passTurn(state, whose.id)
    case 'raise':
      if (command.is && stepNow(state).silent.includes(whose.role)) return refused('listens-now')
      return mark(state, whose.id, { raised: command.is })
    case 'ready':
      return mark(state, whose.id, { ready: command.is })
    default:
      return assertNever(command)
  }
}

/** Whether a device speaks for a place: its own, or one that a colleague's device took along. */
export function maySpeakFor(state: LiveState, by: LivePlace, place: PlaceId): boolean {
  return place === by.id || state.people[place]?.by === by.id
}

function mark(state: LiveState, place: PlaceId, set: { raised?: boolean; ready?: boolean }): LiveOutcome {
  const had = state.people[place] ?? {}
  const { raised = had.raised === true, ready = had.ready === true } = set
  if (raised === (had.raised === true) && ready === (had.ready === true)) return unchanged(state)
  const { raised: _, ready: __, ...rest } = had
  const one: LiveMark = { ...rest, ...(raised && { raised }), ...(ready && { ready }) }
  return changed(state, { people: { ...state.people, [place]: one } })
}

/** She is here with a device of her own: from now on no other device speaks for her. */
function arrive(state: LiveState, { by }: LiveAsk): LiveOutcome {
  const { by: carrier, ...had } = state.people[by.id] ?? {}
  if (had.here === true && had.own === true && carrier === undefined) return unchanged(state)
  const one: LiveMark = { ...had, here: true, own: true }
  return changed(state, { people: { ...state.people, [by.id]: one }, turns: joined(state, by) })
}

/** Who comes while a round is going on is asked at its end. */
function joined({ turns, ...state }: LiveState, { id, role }: LivePlace): LiveState['turns'] {
  if (turns === null || turns.order.includes(id) || !givesInput(stepNow(state), role)) return turns
  return { ...turns, order: [...turns.order, id], now: turns.now }
}

function leave(state: LiveState, ask: LiveAsk): LiveOutcome {
  const { here, raised, ...had } = state.people[ask.by.id] ?? {}
  if (here === undefined) return unchanged(state)
  const gone = { ...state, people: { ...state.people, [ask.by.id]: had } }
  // Nobody waits for the word of who went home.
  const { turns } = gone
  return turns?.now === ask.by.id ? passTurn(gone, ask.by.id) : changed(gone, {})
}

function carry(
  state: LiveState,
  { place, is }: Extract<LiveCommand, { do: 'carry' }>,
  { by, places }: LiveAsk,
): LiveOutcome {
  if (!by.isMember) return refused('not-a-member')
  const whose = places.find(({ id }) => id === place)
  if (whose === undefined) return refused('not-at-table')
  const had = state.people[place] ?? {}
  if (place === by.id || had.own === true) return refused('speaks-herself')
  if (had.by !== undefined && had.by !== by.id) return is ? refused('speaks-herself') : unchanged(state)
  if ((had.by === by.id) === is) return unchanged(state)
  const { by: _, here: __, ...bare } = had
  const one: LiveMark = is ? { ...bare, here: true, by: by.id } : bare
  return changed(state, {
    people: { ...state.people, [place]: one },
    turns: is ? joined(state, whose) : state.turns,
  })
}

/** Who leads by her role may always; another colleague once nothing was heard of who leads for a while. */
function takeOver(
  state: LiveState,
  { reason }: Extract<LiveCommand, { do: 'take-over' }>,
  ask: LiveAsk,
): LiveOutcome {
  if (state.leads === ask.by.id) return unchanged(state)
  if (!mayTakeOver(state, ask)) return refused('lead-is-here')
  const outcome = changed(state, { leads: ask.by.id, leadSeenAt: ask.now })
  return outcome.allowed ? { ...outcome, log: { step: state.step, reason } } : outcome
}

/**
 * Whether somebody may lead from now on: a facilitator always, a colleague when who leads gave no sign for two minutes, and
 * anybody else only where no colleague is here.
 */
export function mayTakeOver(state: LiveState, { by, places, now }: LiveAsk): boolean {
  if (by.role === 'facilitator') return true
  if (millis(now) - millis(state.leadSeenAt) < leadAwayMs) return false
  const isElse = (one: LivePlace) =>
    one.isMember && one.id !== state.leads && state.people[one.id]?.here === true
  return by.isMember || !places.some(isElse)
}
