import { expect, test } from 'vitest'
import { planDraft, planProblems, planToSend } from './plan-draft.ts'

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

test.each(['', '0', '367', '2,5', 'twee'])('%o is no number of days', (everyDays) => {
  expect(planProblems({ ...draft, rhythm: 'days', everyDays })).toEqual(['everyDays'])
  expect(planProblems({ ...draft, everyDays })).toEqual([])
})

test('a plan ends on its first day or later; what its rhythm does not ask is not sent', () => {
  const days = { ...draft, rhythm: 'days' as const, beginsOn: '2026-12-01', endsOn: '2026-11-30' }
  expect(planProblems(days)).toEqual(['endsOn'])
  expect(planProblems({ ...days, endsOn: '2026-12-01' })).toEqual([])
  expect(planToSend({ ...days, endsOn: '' })).toMatchObject({
    everyDays: 30,
    beginsOn: '2026-12-01',
    endsOn: null,
  })
  expect(planToSend({ ...days, rhythm: 'weeks' })).toMatchObject({
    everyDays: null,
    beginsOn: null,
    endsOn: null,
  })
})
