import { expect, test } from 'vitest'
import { requestProblems } from './request-draft.ts'

const draft = { outcome: null, answer: '', deletes: false, sure: false }

test('who does less than was asked explains why; what deletes is said twice', () => {
  expect(requestProblems(draft)).toEqual(['outcome'])
  expect(requestProblems({ ...draft, outcome: 'done' })).toEqual([])
  expect(requestProblems({ ...draft, outcome: 'partly' })).toEqual(['answer'])
  expect(requestProblems({ ...draft, outcome: 'refused', answer: ' ' })).toEqual(['answer'])
  expect(requestProblems({ ...draft, outcome: 'refused', answer: 'Dat moet blijven.' })).toEqual([])
  expect(requestProblems({ ...draft, outcome: 'done', deletes: true })).toEqual(['sure'])
  expect(requestProblems({ ...draft, outcome: 'done', deletes: true, sure: true })).toEqual([])
})
