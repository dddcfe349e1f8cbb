import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LiveCommand } from './live.commands.ts'
import {
  after,
  atBegin,
  began,
  hilde,
  karin,
  meant,
  newId,
  noor,
  sem,
  steps,
  table,
  upTo,
  wish,
} from './live.factory.ts'
import { isOpen, type LiveState, leftMs, roundOf, stepsToCome } from './live.state.ts'
import { applyLive } from './live.ts'
import { mayWrite, ownOf, roomOf } from './live.view.ts'

const reasonOf = (outcome: ReturnType<typeof wish>) => (outcome.allowed ? 'done' : outcome.reason)
const later = (seconds: number) => new Date(Date.parse(began) + seconds * 1000).toISOString()

test.each([
  ['next by a participant', sem, { do: 'next', step: 'welcome', round: 1 }, 'not-leading'],
  ['next at a step that is over', karin, { do: 'next', step: 'talk', round: 1 }, 'moved-on'],
  ['next at the step that is held', karin, { do: 'next', step: 'welcome', round: 1 }, 'done'],
  ['skipping what may be skipped', karin, { do: 'skip', key: 'welcome', reason: null }, 'done'],
  ['skipping what the format wants', karin, { do: 'skip', key: 'talk', reason: null }, 'reason-needed'],
  ['skipping it with a reason', karin, { do: 'skip', key: 'talk', reason: 'Geen tijd.' }, 'done'],
  ['skipping the shadow side', karin, { do: 'skip', key: 'shadow', reason: 'Liever niet.' }, 'shadow-stays'],
  ['moving the shadow side', karin, { do: 'move', key: 'shadow', before: 'talk' }, 'done'],
  ['moving what is held', karin, { do: 'move', key: 'welcome', before: null }, 'step-is-past'],
  ['ending before the shadow side', karin, { do: 'end', reason: 'Laat.' }, 'shadow-not-held'],
  ['opening what is not closed', karin, { do: 'reveal', step: 'welcome', round: 1 }, 'nothing-to-open'],
  ['opening what was not held', karin, { do: 'reveal', step: 'silent', round: 1 }, 'no-such-step'],
  ['without names, for a step to come', karin, { do: 'anonymous', key: 'silent' }, 'done'],
  ['without names, what began with them', karin, { do: 'anonymous', key: 'welcome' }, 'step-is-past'],
  ['without names, once more', karin, { do: 'anonymous', key: 'nameless' }, 'already-anonymous'],
  ['taking over at once', sem, { do: 'take-over', reason: 'Zomaar.' }, 'lead-is-here'],
  ['passing where no round is', sem, { do: 'pass', step: 'welcome', round: 1 }, 'no-round'],
  ['a device of a guest for another', sem, { do: 'carry', place: hilde.id, is: true }, 'not-a-member'],
  ['a device of a colleague for another', noor, { do: 'carry', place: hilde.id, is: true }, 'done'],
  [
    'a device of a colleague for who leads herself',
    noor,
    { do: 'carry', place: karin.id, is: true },
    'speaks-herself',
  ],
])('%s', (_, who, asked, expected) => {
  expect(reasonOf(wish(atBegin, who, asked))).toBe(expected)
})

test('two who lead press next together: one step passes, and the second hears why not', () => {
  const co = { ...noor, role: 'facilitator' as const }
  const places = [karin, co, sem, hilde]
  const press = (state: LiveState, by: typeof karin) =>
    applyLive(state, { do: 'next', id: newId(), step: 'welcome', round: 1 }, { now: began, by, places })
  const first = press(atBegin, karin)
  if (!first.allowed) throw new Error('refused')
  expect(first.state.step).toBe('talk')
  expect(reasonOf(press(first.state, co))).toBe('moved-on')
})

test('the same command twice is done once, also what adds up', () => {
  const command: LiveCommand = { do: 'extend', id: newId(), step: 'welcome', round: 1 }
  const ask = { now: began, by: karin, places: table }
  const once = applyLive(atBegin, command, ask)
  if (!once.allowed) throw new Error('refused')
  expect(once.state.clock.extendedMs).toBe(300_000)
  expect(applyLive(once.state, command, ask)).toEqual({ allowed: true, state: once.state, log: null })
})

test('the clock runs by the server, stands still in a pause, and is added to in steps of five minutes', () => {
  const start = upTo('talk')
  expect(leftMs(start, later(60))).toBe(29 * 60_000)
  const paused = wish(start, karin, { do: 'pause', ...meant(start), at: 60 })
  if (!paused.allowed) throw new Error('refused')
  expect(leftMs(paused.state, later(3600))).toBe(29 * 60_000)
  const on = wish(paused.state, karin, { do: 'resume', ...meant(start), at: 120 })
  if (!on.allowed) throw new Error('refused')
  const longer = wish(on.state, karin, { do: 'extend', ...meant(start), at: 121 })
  expect(longer.allowed && leftMs(longer.state, later(180))).toBe((30 - 2 + 5) * 60_000)
})

test('a round asks everybody in order, passing is not asked about, and who passed was not heard', () => {
  let state = upTo('talk')
  expect(state.turns?.order).toEqual([karin.id, sem.id, hilde.id])
  state = after(state, [karin, { do: 'spoke', turn: karin.id, ...meant(state) }])
  expect(state.turns?.now).toBe(sem.id)
  state = after(
    state,
    [hilde, { do: 'pass', ...meant(state) }],
    [sem, { do: 'spoke', turn: sem.id, ...meant(state) }],
  )
  expect(state.turns).toMatchObject({ now: null, said: { [hilde.id]: 'passed', [sem.id]: 'spoke' } })
  const unheard = roomOf(state, table, began).people.filter((one) => one.unheard)
  expect(unheard.map(({ name }) => name)).toEqual(['Oma Hilde'])
  expect(reasonOf(wish(state, noor, { do: 'pass', ...meant(state) }))).toBe('no-round')
})

test('who listens cannot write or ask for the word, and can again in the next step', () => {
  const state = upTo('talk')
  expect(mayWrite(state, noor, { step: 'talk', round: 1 })).toEqual({ allowed: false, reason: 'listens-now' })
  expect(reasonOf(wish(state, noor, { do: 'raise', is: true }))).toBe('listens-now')
  const next = upTo('shadow')
  expect(mayWrite(next, noor, { step: 'shadow', round: 1 }).allowed).toBe(true)
  // What was open to nobody in its own step is not open to them afterwards.
  expect(mayWrite(next, noor, { step: 'talk', round: 1 }).allowed).toBe(false)
})

test('what was on its way is taken after its step, but without names not once it was opened', () => {
  const past = upTo('dots')
  expect(mayWrite(past, sem, { step: 'silent', round: 1 }).allowed).toBe(true)
  expect(mayWrite(past, sem, { step: 'nameless', round: 1 }).allowed).toBe(true)
  const open = after(past, [karin, { do: 'reveal', step: 'nameless', round: 1 }])
  expect(mayWrite(open, sem, { step: 'nameless', round: 1 })).toEqual({
    allowed: false,
    reason: 'opened-already',
  })
  expect(mayWrite(open, sem, { step: 'silent', round: 2 }).allowed).toBe(false)
})

test('a step that is held again starts closed, with a clean table', () => {
  let state = upTo('silent')
  state = after(
    state,
    [sem, { do: 'ready', is: true, ...meant(state) }],
    [karin, { do: 'reveal', ...meant(state) }],
  )
  expect(isOpen(state, meant(state))).toBe(true)
  const again = after(state, [karin, { do: 'repeat', key: 'silent', ...meant(state) }])
  expect([roundOf(again, 'silent'), isOpen(again, meant(again)), again.people[sem.id]?.ready]).toEqual([
    2,
    false,
    undefined,
  ])
  expect(isOpen(again, { step: 'silent', round: 1 })).toBe(true)
})

test('who goes back to an earlier step comes to the one she left afterwards', () => {
  const state = upTo('shadow')
  const back = after(state, [karin, { do: 'repeat', key: 'welcome', ...meant(state) }])
  expect(after(back, [karin, { do: 'next', ...meant(back) }]).step).toBe('shadow')
})

test('when nothing is heard of who leads, a colleague takes over with a reason; then she takes it back', () => {
  const state = upTo('talk')
  const asked = { do: 'take-over', reason: 'Laptop van Karin is leeg.' }
  expect(reasonOf(wish(state, noor, { ...asked, at: 119 }))).toBe('lead-is-here')
  expect(reasonOf(wish(state, sem, { ...asked, at: 600 }))).toBe('lead-is-here')
  const taken = wish(state, noor, { ...asked, at: 121 })
  if (!taken.allowed) throw new Error('refused')
  expect(taken.log).toEqual({ step: 'talk', reason: 'Laptop van Karin is leeg.' })
  expect(reasonOf(wish(taken.state, noor, { do: 'next', ...meant(state), at: 122 }))).toBe('done')
  expect(after(taken.state, [karin, { do: 'take-over', reason: 'Ik ben er weer.' }]).leads).toBe(karin.id)
})

test('a device of a colleague speaks for a place until that place comes with one of its own', () => {
  let state = after(atBegin, [noor, { do: 'arrive' }], [noor, { do: 'carry', place: sem.id, is: true }])
  state = after(state, [karin, { do: 'next', ...meant(state) }])
  expect(ownOf(state, { now: began, by: noor, places: table }).places.map(({ place }) => place)).toEqual([
    noor.id,
    sem.id,
  ])
  expect(after(state, [noor, { do: 'pass', as: sem.id, ...meant(state) }]).turns?.said[sem.id]).toBe('passed')
  const own = after(state, [sem, { do: 'arrive' }])
  expect(reasonOf(wish(own, noor, { do: 'pass', as: sem.id, ...meant(state) }))).toBe('speaks-herself')
})

const wishes = fc.array(
  fc.record({
    who: fc.constantFrom(...table),
    deed: fc.constantFrom(
      'next',
      'skip',
      'repeat',
      'move',
      'pass',
      'spoke',
      'arrive',
      'leave',
      'ready',
      'reveal',
      'end',
    ),
    key: fc.constantFrom(...steps.map(({ key }) => key)),
    before: fc.constantFrom(null, ...steps.map(({ key }) => key)),
  }),
  { maxLength: 40 },
)

test('whatever is asked: every step stays once, the shadow side is held before the end, openness only grows', () => {
  fc.assert(
    fc.property(wishes, (asked) => {
      let state = atBegin
      for (const { who, deed, key, before } of asked) {
        const open = state.revealed
        const outcome = wish(state, who, {
          ...{ do: deed, key, before, reason: 'Daarom.', is: true, turn: who.id, ...meant(state) },
        })
        if (!outcome.allowed) continue
        state = outcome.state
        expect(open.every((one) => state.revealed.includes(one))).toBe(true)
      }
      expect(state.steps.map(({ key }) => key).toSorted()).toEqual(steps.map(({ key }) => key).toSorted())
      expect(state.skipped).not.toContain('shadow')
      if (state.endedAt !== null) expect(state.done).toContain('shadow')
      expect(stepsToCome(state).map(({ key }) => key)).not.toContain(state.step)
      // The picture of everybody is the same for whoever looks, and says nothing of how much was written.
      expect(JSON.stringify(roomOf(state, table, began))).not.toContain('spent')
    }),
    { numRuns: 100 },
  )
})
