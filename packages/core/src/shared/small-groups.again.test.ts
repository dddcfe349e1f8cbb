import { describe, expect, it } from 'vitest'
import { type AgainRefusal, mayPublishAgain, snapshot } from './small-groups.again.ts'
import { buildAnswers, buildGroup as group } from './small-groups.factory.ts'
import { reportGroups } from './small-groups.ts'
import type { Group } from './small-groups.types.ts'

const told = (root: Group, k = 5) => snapshot(reportGroups({ root, items: ['q'], k }))
const teams = (north: number, south: number, rest = 0) =>
  group('all', rest, [group('north', north), group('south', south)])

describe('mayPublishAgain', () => {
  const allowed: [string, Group, Group][] = [
    ['nothing changed', teams(6, 7), teams(6, 7)],
    ['k more in one team', teams(6, 7), teams(11, 7)],
    ['k more in every team', teams(6, 7), teams(11, 20)],
    ['k more among the own people of the whole', teams(6, 7, 5), teams(6, 7, 10)],
    ['one more among those who stay left out', teams(6, 7, 2), teams(6, 7, 3)],
    ['everybody new skipped the item', group('a', 6), group('a', buildAnswers(11, { yes: 6 }))],
  ]
  it.each(allowed)('allowed: %s', (_, before, after) => {
    expect(mayPublishAgain(told(before), told(after))).toEqual({ allowed: true })
  })

  const refused: [string, Group, Group, AgainRefusal][] = [
    ['one more: her answer would be the difference', group('a', 5), group('a', 6), 'too-few-new'],
    ['k − 1 more in one team', teams(6, 7), teams(10, 12), 'too-few-new'],
    ['k more over two teams together', teams(6, 7), teams(9, 9), 'too-few-new'],
    [
      'k more, of whom one answered the item',
      group('a', 6),
      group('a', buildAnswers(11, { yes: 7 })),
      'too-few-new',
    ],
    [
      'the same people, one of whom answers the item now',
      group('a', buildAnswers(7, { yes: 6 })),
      group('a', 7),
      'too-few-new',
    ],
    ['one fewer', group('a', 7), group('a', 6), 'answers-changed'],
    [
      'another answer by the same people',
      group('a', buildAnswers(6, { no: 3, yes: 3 })),
      group('a', buildAnswers(6, { no: 2, yes: 4 })),
      'answers-changed',
    ],
    [
      'many more, but an answer is gone',
      group('a', buildAnswers(6, { no: 3, yes: 3 })),
      group('a', buildAnswers(16, { no: 2, yes: 14 })),
      'answers-changed',
    ],
    ['a team that was hidden appears', teams(6, 4), teams(6, 9), 'other-shape'],
    ['people who were left out of the whole come in', teams(6, 7, 4), teams(6, 7, 9), 'other-shape'],
    [
      'an item that was hidden appears',
      group('a', buildAnswers(9, { yes: 4 })),
      group('a', 9),
      'other-shape',
    ],
    [
      'a team more',
      group('a', undefined, [group('b', 6)]),
      group('a', undefined, [group('b', 6), group('c', 6)]),
      'other-shape',
    ],
    [
      'a team disappears',
      group('a', undefined, [group('b', 6), group('c', 6)]),
      group('a', undefined, [group('b', 6)]),
      'other-shape',
    ],
    ['everything hidden at first', group('a', 4), group('a', 9), 'other-shape'],
  ]
  it.each(refused)('refused: %s', (_, before, after, reason) => {
    expect(mayPublishAgain(told(before), told(after))).toEqual({ allowed: false, reason })
  })

  it('refused: another k, which would show what was left out', () => {
    const root = teams(12, 12)
    const decision = mayPublishAgain(told(root, 10), told(root, 5))
    expect(decision).toEqual({ allowed: false, reason: 'other-threshold' })
  })
})

it('a snapshot is plain data, holds what readers can work out and nothing that was hidden', () => {
  const kept = told(group('all', 5, [group('north', 6), group('south', 2)]))
  expect(JSON.parse(JSON.stringify(kept))).toEqual(kept)
  expect(kept).toEqual({
    k: 5,
    cells: [
      { group: 'all', item: null, leftOut: [], n: 7, tally: {} },
      { group: 'north', item: null, leftOut: [], n: 6, tally: {} },
      { group: 'all', item: 'q', leftOut: [], n: 7, tally: { yes: 7 } },
      { group: 'north', item: 'q', leftOut: [], n: 6, tally: { yes: 6 } },
    ],
  })
})
