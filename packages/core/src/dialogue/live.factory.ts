import type { PlaceId } from '../shared/ids.ts'
import type { FormatStep } from './format.ts'
import type { LiveCommand } from './live.commands.ts'
import { type LivePlace, type LiveState, startLive } from './live.state.ts'
import { applyLive } from './live.ts'
import type { SeatedPlace } from './live.view.ts'

/** A small table for the tests of the rules: who leads, who listens, two who talk. */

const placeOf = (n: number) => `00000000-0000-7000-8000-00000000000${n}` as PlaceId
export const began = '2026-12-05T09:00:00.000Z'

export const karin: SeatedPlace = { ...seat(1, 'Karin'), role: 'facilitator', isMember: true }
export const noor: SeatedPlace = { ...seat(2, 'Noor'), role: 'host', isMember: true }
export const sem: SeatedPlace = { ...seat(3, 'Sem'), voice: 'youth', role: 'participant', isMember: false }
export const hilde: SeatedPlace = {
  ...seat(4, 'Oma Hilde'),
  voice: 'kin',
  role: 'participant',
  isMember: false,
}
export const table: readonly SeatedPlace[] = [karin, noor, sem, hilde]

function seat(n: number, name: string) {
  return { id: placeOf(n), name, voice: 'professional' as const }
}

const say = (text: string) => ({ nl: text, en: text })
const step = (key: string, more: Partial<FormatStep> = {}): FormatStep => ({
  ...{ key, title: say(key), prompt: say(`${key}?`), minutes: 10 },
  ...{ speakers: [], silent: [], input: 'none' },
  ...more,
})

export const steps: readonly FormatStep[] = [
  step('welcome', { canSkip: true, minutes: 5 }),
  step('talk', { input: 'round', silent: ['host'], minutes: 30 }),
  step('shadow', { input: 'text', isShadow: true }),
  step('silent', { input: 'text', isSealed: true }),
  step('nameless', { input: 'cards', isAnonymous: true, canSkip: true }),
  step('dots', { input: 'vote', dots: 2 }),
]

export const atBegin: LiveState = startLive({ steps, by: karin, places: table, now: began })

let count = 0
export const newId = () => `00000000-0000-4000-8000-${String(count++).padStart(12, '0')}`

/** A command without its id; `at` so many seconds after the beginning. */
type Asked = { do: string; at?: number; [field: string]: unknown }

/** What becomes of a wish of somebody at the table. */
export function wish(state: LiveState, who: LivePlace, { at = 0, ...asked }: Asked) {
  const now = new Date(Date.parse(began) + at * 1000).toISOString()
  const command = { id: newId(), ...asked } as unknown as LiveCommand
  return applyLive(state, command, { now, by: who, places: table })
}

/** The state after wishes that are all granted; throws at the first that is not. */
export function after(state: LiveState, ...wishes: [who: LivePlace, asked: Asked][]): LiveState {
  return wishes.reduce((so, [who, asked]) => {
    const outcome = wish(so, who, asked)
    if (!outcome.allowed) throw new Error(`Refused: ${asked.do} ${outcome.reason}`)
    return outcome.state
  }, state)
}

/** The step in which something is meant. */
export const meant = (state: LiveState) => ({ step: state.step, round: state.rounds[state.step] ?? 0 })

/** As far as a step, with everybody here. */
export function upTo(key: string): LiveState {
  let state = after(atBegin, [noor, { do: 'arrive' }], [sem, { do: 'arrive' }], [hilde, { do: 'arrive' }])
  while (state.step !== key) state = after(state, [karin, { do: 'next', ...meant(state) }])
  return state
}
