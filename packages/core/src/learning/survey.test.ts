import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSurvey, type SurveyFacts, surveyField, surveyOutcome, surveyWordsAtMost } from './survey.ts'

const facts = (event: string, n: number, more: Partial<SurveyFacts> = {}): SurveyFacts => ({
  ...{ event, title: event, n, usedElsewhere: false, words: {} },
  tallies: { 'working-together': { well: n } },
  ...more,
})

test('a form is read as far as it is ours, and nothing is taken that was not asked', () => {
  const of = (...fields: [string, string][]) => readSurvey([['slip', 'x'], ...fields])
  expect(
    of([surveyField('working-together'), 'well'], [surveyField('needed'), ' tijd \r\n en ruimte ']),
  ).toEqual({
    ok: true,
    answer: { choices: { 'working-together': 'well' }, words: { needed: 'tijd \n en ruimte' } },
  })
  expect(of()).toEqual({ ok: false, problem: 'nothing' })
  expect(of([surveyField('needed'), '  ']).ok).toBe(false)
  expect(of([surveyField('working-together'), 'splendid'])).toEqual({ ok: false, problem: 'wrong' })
  expect(of(['name', 'Noor'])).toEqual({ ok: false, problem: 'wrong' })
  expect(of([surveyField('needed'), 'x'.repeat(surveyWordsAtMost + 1)])).toEqual({
    ok: false,
    problem: 'too-long',
  })
  expect(of([surveyField('needed'), 'a'], [surveyField('needed'), 'b'])).toEqual({
    ok: false,
    problem: 'wrong',
  })
})

test('nine people are told of, four are not, and two lectures do not give the small one away', () => {
  expect(surveyOutcome([facts('a', 9)])).toMatchObject({ n: 9, lectures: [{ event: 'a', n: 9 }] })
  expect(surveyOutcome([facts('a', 4)])).toMatchObject({
    n: null,
    lectures: [{ n: null }],
    choices: [{ n: null, tally: {} }],
  })
  const both = surveyOutcome([facts('a', 9), facts('b', 4)])
  expect(both.lectures.map(({ n }) => n)).toEqual([9, null])
  // A total of 13 beside 9 would tell of the four.
  expect(both.n).toBe(9)
  expect(both.leftOut).toEqual(['b'])
  expect(surveyOutcome([])).toMatchObject({ n: null, lectures: [] })
})

test('words are told from five on, in an order that says nothing of who came first', () => {
  const words = ['zonder haast', 'tijd', 'luisteren', 'ruimte']
  const of = (texts: readonly string[]) =>
    surveyOutcome([facts('a', 9, { words: { needed: texts } })]).words.find(({ item }) => item === 'needed')
      ?.texts
  expect(of(words)).toEqual([])
  expect(of([...words, 'aandacht'])).toEqual(['aandacht', 'luisteren', 'ruimte', 'tijd', 'zonder haast'])
  // Of a lecture that is left out no word is told either.
  const hidden = surveyOutcome([facts('a', 9), facts('b', 4, { words: { needed: [...words, 'x', 'y'] } })])
  expect(hidden.words.flatMap(({ texts }) => texts)).toEqual([])
})

test('no number that is shown, nor a difference of two, is about fewer than five people', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(sizes, (all) => {
      const outcome = surveyOutcome(all.map((n, at) => facts(`e${at}`, n)))
      const shown = outcome.lectures.flatMap(({ n }) => (n === null ? [] : [n]))
      for (const n of shown) expect(n).toBeGreaterThanOrEqual(5)
      if (outcome.n === null) return
      const rest = outcome.n - shown.reduce((sum, n) => sum + n, 0)
      expect(rest === 0 || rest >= 5).toBe(true)
    }),
    { numRuns: 100 },
  )
})
