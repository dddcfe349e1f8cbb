import { refused } from '../shared/decision.ts'
import type { PlaceId } from '../shared/ids.ts'
import type { LiveCommand } from './live.commands.ts'
import { isMeantNow, type LiveAsk, type LiveOutcome } from './live.outcome.ts'
import { type LiveMark, type LiveState, type LiveTurns, leads } from './live.state.ts'

/** Rounds: everybody gets the word once, in order, and passing costs nothing. */

const told = (state: LiveState, change: Partial<LiveState>): LiveOutcome => ({
  allowed: true,
  state: { ...state, ...change, version: state.version + 1 },
  log: null,
})

/** Somebody passes, now or before it is her turn. She is not counted as heard, and nobody asks why. */
export function passTurn(state: LiveState, place: PlaceId): LiveOutcome {
  const { turns } = state
  if (turns === null || !turns.order.includes(place)) return refused('no-round')
  if (turns.said[place] !== undefined) return { allowed: true, state, log: null }
  return told(state, { turns: after(state, { ...turns, said: { ...turns.said, [place]: 'passed' } }, place) })
}

/** Somebody has spoken: said by herself, by the device that speaks for her, or by who leads. The next has the word. */
export function speakTurn(
  state: LiveState,
  command: Extract<LiveCommand, { do: 'spoke' }>,
  { by }: LiveAsk,
): LiveOutcome {
  const { turns } = state
  if (turns === null || !turns.order.includes(command.turn)) return refused('no-round')
  const isHers = command.turn === by.id || state.people[command.turn]?.by === by.id
  if (!isHers && !leads(state, by)) return refused('not-leading')
  if (!isMeantNow(state, command)) return refused('moved-on')
  if (turns.said[command.turn] === 'spoke') return { allowed: true, state, log: null }
  return told(state, {
    turns: after(state, { ...turns, said: { ...turns.said, [command.turn]: 'spoke' } }, command.turn),
    people: { ...state.people, [command.turn]: heardMark(state.people[command.turn]) },
  })
}

/** Heard: what asked for the word or was an invitation to it is over. */
export function heardMark(had: LiveMark | undefined): LiveMark {
  const { raised: _, invited: __, ...rest } = had ?? {}
  return { ...rest, heard: true }
}

/** Who leads gives the word out of turn; who had it gets it back later. */
export function giveTurn(state: LiveState, place: PlaceId): LiveOutcome {
  const { turns } = state
  if (turns === null || !turns.order.includes(place)) return refused('no-round')
  if (turns.now === place) return { allowed: true, state, log: null }
  const { [place]: _, ...said } = turns.said
  return told(state, { turns: { ...turns, said, now: place } })
}

/** The round once somebody said or passed: the next has the word where it was hers, or nobody's. */
function after(state: LiveState, turns: LiveTurns, place: PlaceId): LiveTurns {
  if (turns.now !== place && turns.now !== null) return turns
  return { ...turns, now: nextIn(state, turns) }
}

/** The first in order who has not spoken or passed and is still here. */
function nextIn(state: LiveState, { order, said }: LiveTurns): PlaceId | null {
  return order.find((place) => said[place] === undefined && state.people[place]?.here === true) ?? null
}
