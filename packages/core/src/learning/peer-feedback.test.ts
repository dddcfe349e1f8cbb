import { describe, expect, test } from 'vitest'
import { feedbackAnswers, feedbackAsk } from './peer-feedback.ts'

const ask = {
  ...{
    to: 'Sam',
    pieces: [],
    questions: ['Wat doe ik goed?'],
    readers: 'me',
    both: false,
    own: [],
    days: 14,
  },
}
const piece = '0199a0c0-0000-7000-8000-000000000001'

describe('what is asked by a link', () => {
  test.each([
    ['a question', {}, true],
    ['only to look at a piece', { pieces: [piece], questions: [] }, true],
    ['nothing at all', { questions: [] }, false],
    ['the same question twice', { questions: ['A', 'A'] }, false],
    ['both sides, with her own words', { both: true, own: ['Luisteren'] }, true],
    ['both sides, without her own words', { both: true, own: [''] }, false],
    ['both sides, with words for another number of questions', { both: true, own: ['a', 'b'] }, false],
    ['her own words where nobody asked for both', { own: ['Luisteren'] }, false],
    ['a reader where nothing is written', { pieces: [piece], questions: [], readers: 'lead' }, false],
    ['for everybody', { readers: 'all' }, false],
    ['for ever', { days: 3650 }, false],
  ])('%s', (_, change, isGood) => {
    expect(feedbackAsk.safeParse({ ...ask, ...change }).success).toBe(isGood)
  })

  test('an answer says something', () => {
    expect(feedbackAnswers.safeParse(['', ' ']).success).toBe(false)
    expect(feedbackAnswers.parse(['', ' Je luistert. '])).toEqual(['', 'Je luistert.'])
  })
})
