import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  adviceFor,
  type FeasibilityAnswer,
  feasibilityOf,
  type Measure,
  mayPlanMeasure,
  measuredPeople,
  measureRhythms,
  meetings,
  obstaclesFor,
  parentContacts,
  stages,
} from './feasibility.ts'
import { adviceSentence, feasibilitySentence, obstacleSentence } from './feasibility.words.ts'

const steady: FeasibilityAnswer = { meetings: 'many', stage: 'underway', parents: 'often' }
const once: FeasibilityAnswer = { ...steady, meetings: 'once' }
const none: FeasibilityAnswer = { meetings: 'none', stage: null, parents: null }
const eachContact: Measure = { rhythm: 'each-contact', people: 'clients' }

test.each<[string, Measure, FeasibilityAnswer, string[]]>([
  ['sees clients often', eachContact, steady, []],
  ['sees each client only once', eachContact, once, ['seen-once']],
  ['sees each client only once, asked once', { rhythm: 'once', people: 'clients' }, once, []],
  ['has only just begun', eachContact, { ...steady, stage: 'beginning' }, ['too-early']],
  [
    'seldom meets parents',
    { ...eachContact, people: 'parents' },
    { ...steady, parents: 'seldom' },
    ['few-parents'],
  ],
  ['seldom meets parents, clients are asked', eachContact, { ...steady, parents: 'seldom' }, []],
  ['sees no clients', { rhythm: 'once', people: 'parents' }, none, ['no-clients']],
])('somebody who %s', (_, measure, answer, expected) => {
  expect(obstaclesFor(measure, answer)).toEqual(expected)
})

test('as in the monitor of 2023: nobody could, and the advice says what does fit', () => {
  const found = feasibilityOf(eachContact, {
    asked: 10,
    answers: [once, once, once, { ...steady, stage: 'beginning' }, none, none],
  })
  expect(found).toMatchObject({ outcome: 'none', fits: 0, seeClients: 4, answered: 6 })
  expect(adviceFor(found)).toEqual(['one-contact', 'wait', 'drop'])
  expect(feasibilitySentence(found, 'nl')).toBe('Bij niemand van de 6 mensen past deze meting in het werk.')
  expect(found.obstacles.map((one) => obstacleSentence(one, 'nl'))).toEqual([
    '2 mensen zien zelf geen cliënten.',
    '3 mensen zien anderen maar één keer.',
    'Bij 1 mens is het samenwerken nog maar net begonnen.',
  ])
  expect(mayPlanMeasure(found, '  ')).toEqual({ allowed: false, reason: 'reason-needed' })
  expect(mayPlanMeasure(found, 'Als proef bij twee mensen.')).toEqual({ allowed: true })
})

test('with less than half of the answers nothing can be planned', () => {
  const found = feasibilityOf(eachContact, { asked: 10, answers: [steady, steady, steady, steady] })
  expect([found.outcome, mayPlanMeasure(found, 'Toch')]).toEqual([
    'unknown',
    { allowed: false, reason: 'too-few-answers' },
  ])
})

test('whatever people answer, the counts add up, and there is always something to do next', () => {
  const answer = fc.record({
    meetings: fc.constantFrom(...meetings),
    stage: fc.option(fc.constantFrom(...stages)),
    parents: fc.option(fc.constantFrom(...parentContacts)),
  })
  const measure = fc.record({
    rhythm: fc.constantFrom(...measureRhythms),
    people: fc.constantFrom(...measuredPeople),
  })
  fc.assert(
    fc.property(measure, fc.array(answer, { maxLength: 12 }), (what, answers) => {
      const found = feasibilityOf(what, { asked: 12, answers })
      expect(found.fits).toBeLessThanOrEqual(found.seeClients)
      expect(found.seeClients).toBeLessThanOrEqual(found.answered)
      const advice = adviceFor(found)
      expect(advice.length).toBeGreaterThan(0)
      expect(advice.map((one) => adviceSentence(one, 'nl')).join(' ')).not.toMatch(/%|\{/)
    }),
    { numRuns: 100 },
  )
})
