import { expect, test } from 'vitest'
import { suggestedTalkDays, talkMinutes, talkSteps, talkTimes } from './buddy.task.ts'
import { halfDays, type MemberFacts, type PairFacts, pairStatus } from './buddy.ts'
import { whyTogether } from './buddy.words.ts'
import { learner, noTies, pairable } from './pairing.factory.ts'
import { offersFor, whyLeft } from './pairing.left.ts'
import { hardRules, poolOf, standardRules } from './pairing.rules.ts'
import { pairWhy } from './pairing.why.ts'

const [a, b] = [learner(1), learner(2)]
const formed: PairFacts = {
  members: [a, b],
  formedOn: '2026-09-01',
  endedOn: null,
  talked: null,
  meetings: 0,
}
const active: MemberFacts = { stopped: false, consent: true, evaluated: null }
const stateOf = (pair: Partial<PairFacts>, members: Partial<Record<string, Partial<MemberFacts>>> = {}) =>
  pairStatus({ ...formed, ...pair }, (id) => ({ ...active, ...members[id] }))

test('a pair goes from proposed to evaluated, and what buddies say outweighs what others say', () => {
  expect(stateOf({ formedOn: null }).state).toBe('proposed')
  expect(stateOf({})).toMatchObject({ state: 'formed', exchanged: null, consent: 'both', memberStopped: [] })
  expect(stateOf({ talked: false })).toMatchObject({ state: 'not-exchanged', exchanged: false })
  expect(stateOf({ talked: false, meetings: 1 })).toMatchObject({ state: 'exchanged', exchanged: true })
  expect(stateOf({ endedOn: '2026-10-01' }).state).toBe('ended')
  expect(stateOf({ talked: true }, { [a]: { evaluated: 'mail' } })).toMatchObject({
    ...{ state: 'evaluated', evaluation: 'mail', exchanged: true },
  })
  expect(stateOf({}, { [a]: { evaluated: 'mail' }, [b]: { evaluated: 'talk' } }).evaluation).toBe('talk')
})

test('who stopped and who consented stand beside it', () => {
  expect(stateOf({}, { [a]: { stopped: true, consent: false } })).toMatchObject({
    ...{ memberStopped: [a], consent: 'one' },
  })
  expect(stateOf({}, { [a]: { consent: false }, [b]: { consent: false } }).consent).toBe('none')
})

test('talks are on hours that suit all, also over a change of the clock', () => {
  const days = suggestedTalkDays('2026-10-01', '2026-11-12')
  expect(days).toEqual(['2026-10-11', '2026-10-21', '2026-10-31'])
  expect(suggestedTalkDays('2026-10-01', '2026-10-02')).toEqual(['2026-10-08', '2026-10-15', '2026-10-22'])
  expect(talkTimes(days, ['th-evening', 'th-morning'], 'Europe/Amsterdam')).toEqual([
    ...['2026-10-15T17:00:00.000Z', '2026-10-22T17:00:00.000Z', '2026-11-05T18:00:00.000Z'],
  ])
  expect(talkTimes(['2026-10-21'], [], 'Europe/Amsterdam')).toEqual(['2026-10-21T10:00:00.000Z'])
})

test.each([2, 3])('the steps for %i buddies take half an hour', (buddies) => {
  const steps = talkSteps(buddies)
  expect(steps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(talkMinutes)
  expect(Math.min(...steps.map(({ minutes }) => minutes))).toBeGreaterThan(0)
})

test('why you two, in plain words', () => {
  const pool = poolOf(
    [
      pairable(1, { function: 'Gezinswerker', themes: ['listening', 'power'], halfDays: ['tu-morning'] }),
      pairable(2, { voice: 'mother', themes: ['power'], halfDays: ['tu-morning', 'we-evening'] }),
      pairable(3, { function: 'Voorzitter', halfDays: ['fr-evening'] }),
    ],
    { ...noTies, earlier: [[learner(1), learner(3)]] },
  )
  expect(whyTogether(pairWhy(pool, [a, b]), { members: 2, language: 'nl' })).toMatchInlineSnapshot(`
    [
      "De een kent hulp uit het eigen leven, de ander uit het werk.",
      "Jullie werken bij verschillende organisaties.",
      "Jullie willen allebei leren over: verschil in macht.",
      "Jullie kunnen samen op dinsdagochtend.",
    ]
  `)
  const apart = pairWhy(pool, [learner(1), learner(3)])
  expect(apart.unmet).toEqual(['hours', 'again'])
  expect(whyTogether(apart, { members: 2, language: 'en' })).toContain('You were buddies before.')
})

test('whoever is left over is told why, and what would help', () => {
  const people = [
    pairable(1, { organisation: 'A', halfDays: ['mo-morning'] }),
    pairable(2, { organisation: 'a ' }),
    pairable(3, { halfDays: ['tu-morning'] }),
    pairable(4, { wants: false }),
  ]
  const pool = poolOf(people, { ...noTies, avoid: [[learner(1), learner(4)]] })
  expect(whyLeft(pool, a, standardRules)).toEqual({
    why: 'rules',
    rules: [
      { rule: 'organisation', people: 1, helps: 1 },
      { rule: 'time', people: 1, helps: 1 },
      { rule: 'wants', people: 1, helps: 0 },
      { rule: 'avoid', people: 1, helps: 0 },
    ],
  })
  expect(whyLeft(pool, learner(4), standardRules)).toEqual({ why: 'no-wish' })
  expect(whyLeft(pool, learner(3), standardRules)).toEqual({ why: 'not-enough', partners: 1 })
  expect(whyLeft(poolOf(people.slice(0, 1), noTies), a, standardRules)).toEqual({ why: 'nobody' })
})

test('after somebody stopped: another without a buddy, or a pair that she can join, best first', () => {
  const people = [1, 2, 3, 4, 5].map((number) =>
    pairable(number, { themes: number === 4 ? ['power'] : number === 1 ? ['power'] : [] }),
  )
  const pool = poolOf(people, { ...noTies, conflict: [[learner(1), learner(5)]] })
  const offers = offersFor(pool, a, {
    ...{ free: [a, learner(4), learner(5)], pairs: [[learner(2), learner(3)]], rules: standardRules },
  })
  expect(offers.rematch).toEqual([{ with: learner(4), points: 2 }])
  expect(offers.join).toEqual([{ members: [learner(2), learner(3)], points: 0 }])
})

test('each rule can be off, and each half day has its bit', () => {
  expect(hardRules).toHaveLength(10)
  expect(new Set(halfDays).size).toBe(21)
})
