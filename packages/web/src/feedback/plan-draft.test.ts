import { expect, test } from 'vitest'
import { planDraft, planProblems } from './plan-draft.ts'

const draft = { ...planDraft(undefined), rhythm: 'weeks' as const }

test('a plan without an address can be sent; an address needs her yes', () => {
  expect(planProblems(draft)).toEqual([])
  expect(planProblems({ ...draft, email: 'lina@post.example' })).toEqual(['agreed'])
  expect(planProblems({ ...draft, email: ' lina@post.example ', agreed: true })).toEqual([])
  expect(planProblems({ ...draft, email: 'lina', agreed: true })).toEqual(['email'])
})

test.each(['', '0', '27', '2,5', 'twee', '-1'])('%o is no number of weeks', (everyWeeks) => {
  expect(planProblems({ ...draft, everyWeeks })).toEqual(['everyWeeks'])
})
