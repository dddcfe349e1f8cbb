import { describe, expect, it } from 'vitest'
import { roles } from '../access/access.ts'
import { roundWords } from './round.words.ts'
import { bandsOf } from './round-bands.ts'
import { mayBeAnonymous, mayHoldRounds, type PlannedGroup, peopleIn } from './team.ts'

const group = (name: string, invited: number, parts: PlannedGroup['parts'] = []) => ({ name, invited, parts })

describe('who may ask a team without names', () => {
  it.each(roles)('%s', (role) => {
    const may = ['professional', 'facilitator', 'trainer', 'coach'].includes(role)
    expect(mayHoldRounds([role])).toEqual(
      may ? { allowed: true } : { allowed: false, reason: 'no-round-role' },
    )
  })
})

describe('whether people can be anonymous', () => {
  it.each<[string, PlannedGroup[], string | null]>([
    ['seven people', [group('Team', 7)], 'too-few-people'],
    ['ten people', [group('A', 5), group('B', 5)], 'too-few-people'],
    ['eleven people', [group('A', 6), group('B', 5)], null],
    ['a manager alone', [group('A', 12), group('Leiding', 1)], 'group-too-small'],
    ['a group of nobody', [group('A', 12), group('B', 0)], 'group-too-small'],
    ['parts', [group('A', 0, [group('A1', 6), group('A2', 5)])], null],
    ['a part that is too small', [group('A', 0, [group('A1', 9), group('A2', 4)])], 'group-too-small'],
    ['people beside parts', [group('A', 3, [group('A1', 9), group('A2', 5)])], 'people-beside-parts'],
    ['a name twice', [group('A', 9), group('a', 9)], 'same-name'],
    ['a whole region', [group('A', 300), group('B', 101)], 'too-many-people'],
  ])('with %s', (_, groups, reason) => {
    expect(mayBeAnonymous(groups, 5)).toEqual(
      reason === null ? { allowed: true } : { allowed: false, reason },
    )
  })

  it('says honestly that seven people cannot, and what to do instead', () => {
    expect(peopleIn([group('Team', 7)])).toBe(7)
    expect(roundWords.nl.refusal('too-few-people', { people: 7, k: 5 })).toContain(
      'Met 7 mensen kunnen we niemand anoniem houden: kies een gesprek in plaats van een peiling.',
    )
  })
})

describe('thirds of the scale', () => {
  it.each([
    [
      { min: 0, max: 10 },
      { low: 4, middle: 3, high: 4 },
    ],
    [
      { min: 0, max: 2 },
      { low: 1, middle: 1, high: 1 },
    ],
  ])('of %o', (scale, expected) => {
    const tally = Array.from({ length: scale.max + 1 }, (_, value) => ({ value, count: 1 }))
    expect(bandsOf(tally, scale)).toEqual(expected)
  })
})
