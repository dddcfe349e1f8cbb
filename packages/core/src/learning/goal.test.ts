import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GoalId } from '../shared/ids.ts'
import { currentGoals, type Goal, goalHints, goalHistory, goalsUnderReview, goalWords } from './goal.ts'

const blank = { text: '', situation: '', why: '', firstStep: '', notice: '' }

function goal(id: string, of: Partial<Goal> = {}): Goal {
  return {
    ...{ ...blank, text: 'Ik wil leren luisteren', id: id as GoalId, status: 'current', replaces: null },
    ...{ reason: '', moment: null, ...of },
  }
}

describe('goalHints', () => {
  const met = (of: Partial<typeof blank>) =>
    goalHints({ ...blank, ...of })
      .filter(({ isMet }) => isMet)
      .map(({ key }) => key)

  test.each([
    ['Ik wil leren luisteren', ['own-behaviour']],
    ['I want to listen', ['own-behaviour']],
    ['Wil ik vaker doorvragen?', ['own-behaviour']],
    ['De school moet anders werken', []],
    // `ik` inside another word is nobody.
    ['Dik bevriend met de wikkel', []],
    ['Ouders serieus nemen als zij boos zijn', ['situation']],
  ])('reads %j as %j', (text, hints) => {
    expect(met({ text })).toEqual(hints)
  })

  test('sees a situation, something to notice and a first step in their own fields', () => {
    const all = {
      situation: 'in een crisis thuis',
      notice: 'een ouder praat langer',
      firstStep: 'morgen vragen',
    }
    expect(met(all)).toEqual(['situation', 'observable', 'first-step'])
    expect(met({ situation: 'druk', notice: 'rust', firstStep: 'iets' })).toEqual([])
  })

  test('always says something of all four, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, situation) => {
        expect(goalHints({ ...blank, text, situation })).toHaveLength(4)
      }),
      { numRuns: 50 },
    )
  })
})

test('a goal needs its own sentence and nothing else', () => {
  expect(goalWords.safeParse({ ...blank, text: ' Ik wil leren ' }).data?.text).toBe('Ik wil leren')
  expect(goalWords.safeParse(blank).success).toBe(false)
  expect(goalWords.safeParse({ ...blank, text: 'x'.repeat(1001) }).success).toBe(false)
})

describe('what became of a goal', () => {
  const first = goal('a', { status: 'replaced', moment: 'T1' })
  const second = goal('b', { replaces: first.id, reason: 'te groot' })
  const other = goal('c')

  test('keeps both: the line goes back to the first', () => {
    expect(goalHistory([other, second, first], second)).toEqual([second, first])
    expect(currentGoals([first, second, other])).toEqual([second, other])
  })

  test('asks back the one that was handed in last, and none that never was', () => {
    expect(goalsUnderReview([first, second, other], 'T2')).toEqual([
      { before: first, now: second },
      { before: null, now: other },
    ])
  })

  test('what was handed in at this very moment is not asked back at it', () => {
    expect(goalsUnderReview([goal('a', { moment: 'T2' })], 'T2')[0]?.before).toBeNull()
  })

  test('a line that goes in a circle, which no program writes, ends', () => {
    const a = goal('a', { replaces: 'b' as GoalId })
    const b = goal('b', { replaces: 'a' as GoalId })
    expect(goalHistory([a, b], a)).toEqual([a, b])
  })
})
