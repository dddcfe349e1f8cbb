import { describe, expect, it } from 'vitest'
import { buildAnswers, buildGroup as group, reportOf } from './small-groups.factory.ts'
import { groupThreshold, isGroupThreshold } from './small-groups.input.ts'
import { reportGroups } from './small-groups.ts'
import type { Group, SmallGroupInput } from './small-groups.types.ts'

const report = (root: Group, k = 5, items: readonly string[] = ['q']) => reportGroups({ root, items, k })

/** "id: n" of every shown group, "-" what is left out; "id: reason" of every hidden one. */
const told = (root: Group, k = 5) =>
  report(root, k).groups.map(({ group: id, answered }) => {
    if (answered.status === 'hidden') return `${id}: ${answered.reason}`
    return [`${id}: ${answered.n}`, ...answered.leftOut.map((left) => `-${left}`)].join(' ')
  })

describe('the case of Dialog (domain.md §8.5)', () => {
  const department = group('department', 1, [group('sales', 5), group('marketing', 2)])

  it('shows Sales; the department is Sales only, for the 3 others would be known by subtraction', () => {
    expect(told(department)).toEqual([
      'department: 5 -department -marketing',
      'sales: 5',
      'marketing: too-few',
    ])
  })

  it('tells the item over the same people', () => {
    const { items } = reportOf(report(department), 'department')
    expect(items).toEqual([
      {
        item: 'q',
        result: { status: 'shown', n: 5, leftOut: ['department', 'marketing'], tally: { yes: 5 } },
      },
    ])
    expect(reportOf(report(department), 'marketing').items).toEqual([
      { item: 'q', result: { status: 'hidden', reason: 'group-hidden' } },
    ])
  })
})

describe('which groups are shown', () => {
  const rows: [string, Group, string[]][] = [
    ['exactly k', group('a', 5), ['a: 5']],
    ['one fewer than k', group('a', 4), ['a: too-few']],
    ['nobody: told as too few, so that nobody can count with it', group('a', 0), ['a: too-few']],
    ['a group without members of its own or below', group('a', undefined), ['a: too-few']],
    [
      'all groups shown: the whole is everybody',
      group('a', undefined, [group('b', 5), group('c', 9)]),
      ['a: 14', 'b: 5', 'c: 9'],
    ],
    [
      'the whole tree under k',
      group('a', 1, [group('b', 1), group('c', 2)]),
      ['a: protects-groups', 'b: too-few', 'c: too-few'],
    ],
    [
      'hidden groups that are k together count in the whole',
      group('a', undefined, [group('b', 6), group('c', 3), group('d', 2)]),
      ['a: 11', 'b: 6', 'c: too-few', 'd: too-few'],
    ],
    [
      'two hidden groups as full as can be: 8 together would tell 4 and 4',
      group('a', undefined, [group('b', 6), group('c', 4), group('d', 4)]),
      ['a: 6 -c -d', 'b: 6', 'c: too-few', 'd: too-few'],
    ],
    [
      'one less, and it is no longer known which of the two is 3',
      group('a', undefined, [group('b', 6), group('c', 4), group('d', 3)]),
      ['a: 13', 'b: 6', 'c: too-few', 'd: too-few'],
    ],
    [
      'a parent with one child: the same number twice',
      group('a', undefined, [group('b', 7)]),
      ['a: 7', 'b: 7'],
    ],
    [
      'a parent with one hidden child',
      group('a', undefined, [group('b', 4)]),
      ['a: protects-groups', 'b: too-few'],
    ],
    [
      "a parent's own people stay out when they are too few",
      group('a', 4, [group('b', 7)]),
      ['a: 7 -a', 'b: 7'],
    ],
    ["a parent's own people count from k on", group('a', 5, [group('b', 7)]), ['a: 12', 'b: 7']],
    [
      "a parent's own people and a hidden child carry each other",
      group('a', 3, [group('b', 7), group('c', 2)]),
      ['a: 12', 'b: 7', 'c: too-few'],
    ],
    [
      'a parent known to be empty carries nobody',
      group('a', 0, [group('b', 4), group('c', 4)]),
      ['a: protects-groups', 'b: too-few', 'c: too-few'],
    ],
    [
      'a hidden group of 0 is named as left out too, or its absence would tell that it is empty',
      group('a', undefined, [group('b', 6), group('c', 0)]),
      ['a: 6 -c', 'b: 6', 'c: too-few'],
    ],
    [
      'who is left out below counts one level higher, when there are enough by then',
      group('a', undefined, [
        group('b', undefined, [group('b1', 6), group('b2', 3)]),
        group('c', undefined, [group('c1', 8), group('c2', 2)]),
      ]),
      ['a: 19', 'b: 6 -b2', 'b1: 6', 'b2: too-few', 'c: 8 -c2', 'c1: 8', 'c2: too-few'],
    ],
    [
      'what was full below stays one unknown above: 8 and 3 would tell 4, 4 and 3',
      group('a', undefined, [group('b', undefined, [group('b1', 4), group('b2', 4)]), group('c', 3)]),
      ['a: protects-groups', 'b: protects-groups', 'b1: too-few', 'b2: too-few', 'c: too-few'],
    ],
  ]
  it.each(rows)('%s', (_, root, expected) => {
    expect(told(root)).toEqual(expected)
  })

  const perThreshold: [number, string[]][] = [
    [5, ['a: 26', 'b: 5', 'c: 6', 'd: 7', 'e: 8']],
    [6, ['a: 21 -b', 'b: too-few', 'c: 6', 'd: 7', 'e: 8']],
    [7, ['a: 26', 'b: too-few', 'c: too-few', 'd: 7', 'e: 8']],
    [8, ['a: 26', 'b: too-few', 'c: too-few', 'd: too-few', 'e: 8']],
    [9, ['a: 26', 'b: too-few', 'c: too-few', 'd: too-few', 'e: too-few']],
    [10, ['a: 26', 'b: too-few', 'c: too-few', 'd: too-few', 'e: too-few']],
  ]
  it.each(perThreshold)('groups of 5, 6, 7 and 8 with k = %i', (k, expected) => {
    const root = group('a', undefined, [group('b', 5), group('c', 6), group('d', 7), group('e', 8)])
    expect(told(root, k)).toEqual(expected)
  })
})

describe('items that people skip', () => {
  const itemOf = (root: Group, id: string) => reportOf(report(root), id).items[0]?.result

  it('hides an item that fewer than k answered in a shown group, and keeps it out of the whole', () => {
    const root = group('a', undefined, [
      group('b', buildAnswers(6, { no: 2, yes: 4 })),
      group('c', buildAnswers(7, { yes: 3 })),
    ])
    expect(told(root)).toEqual(['a: 13', 'b: 6', 'c: 7'])
    expect(itemOf(root, 'c')).toEqual({ status: 'hidden', reason: 'too-few' })
    expect(itemOf(root, 'a')).toEqual({ status: 'shown', n: 6, leftOut: ['c'], tally: { no: 2, yes: 4 } })
  })

  it('counts it in the whole when several such groups are k together', () => {
    const root = group('a', undefined, [
      group('b', buildAnswers(6, { yes: 3 })),
      group('c', buildAnswers(7, { no: 2, yes: 1 })),
    ])
    expect(itemOf(root, 'b')).toEqual({ status: 'hidden', reason: 'too-few' })
    expect(itemOf(root, 'a')).toEqual({ status: 'shown', n: 6, leftOut: [], tally: { no: 2, yes: 4 } })
  })

  it('never splits people whom the groups kept together', () => {
    const root = group('a', undefined, [
      group('b', buildAnswers(6, { yes: 6 })),
      group('c', buildAnswers(4, { yes: 4 })),
      group('d', buildAnswers(3, { yes: 0 })),
    ])
    expect(told(root)[0]).toBe('a: 13')
    expect(itemOf(root, 'a')).toEqual({ status: 'shown', n: 6, leftOut: ['c', 'd'], tally: { yes: 6 } })
  })

  it('never brings back people whom the groups left out', () => {
    const root = group('a', undefined, [
      group('b', buildAnswers(9, { yes: 3 })),
      group('c', buildAnswers(4, { yes: 4 })),
    ])
    expect(told(root)[0]).toBe('a: 9 -c')
    expect(itemOf(root, 'a')).toEqual({ status: 'hidden', reason: 'protects-groups' })
  })

  it('stays silent when all that can be in the pool is in it: 5 and 4 would be told apart', () => {
    const root = group('a', 5, [group('b', buildAnswers(9, { yes: 4 }))])
    expect(told(root)).toEqual(['a: 14', 'b: 9'])
    expect(itemOf(root, 'a')).toEqual({ status: 'hidden', reason: 'protects-groups' })
  })

  it('tells every item, also one that nobody answered', () => {
    const { items } = reportOf(report(group('a', 6), 5, ['p', 'q']), 'a')
    expect(items.map(({ item, result }) => [item, result.status])).toEqual([
      ['p', 'hidden'],
      ['q', 'shown'],
    ])
  })

  it('lists answers in an order that says nothing about who came first', () => {
    const tally = { z: 1, a: 2, m: 3 }
    const result = itemOf(group('a', buildAnswers(6, tally)), 'a')
    expect(result?.status === 'shown' ? Object.keys(result.tally) : []).toEqual(['a', 'm', 'z'])
  })

  it('counts an answer by whatever name', () => {
    const tally = Object.fromEntries([
      ['__proto__', 3],
      ['constructor', 3],
    ])
    const result = itemOf(group('a', { n: 6, items: { q: tally } }), 'a')
    expect(result?.status === 'shown' ? Object.entries(result.tally) : []).toEqual([
      ['__proto__', 3],
      ['constructor', 3],
    ])
  })
})

describe('what is refused', () => {
  it.each([4, 0, -5, 11, 5.5, Number.NaN, Number.POSITIVE_INFINITY])('k = %d', (k) => {
    expect(isGroupThreshold(k)).toBe(false)
    expect(() => report(group('a', 20), k)).toThrow(RangeError)
  })

  it('every k from 5 to 10 is allowed, 5 is usual', () => {
    expect([5, 6, 7, 8, 9, 10].every(isGroupThreshold)).toBe(true)
    expect(groupThreshold.usual).toBe(5)
  })

  const rows: [string, Partial<SmallGroupInput>][] = [
    ['a group named twice', { root: group('a', 6, [group('a', 6)]) }],
    ['an item named twice', { items: ['q', 'q'] }],
    ['an item that is not declared', { root: group('a', { n: 6, items: { other: { yes: 6 } } }) }],
    ['fewer than nobody', { root: group('a', -1) }],
    ['half a person', { root: group('a', 5.5) }],
    ['half an answer', { root: group('a', buildAnswers(6, { yes: 0.5 })) }],
    [
      'a negative answer that makes room for others',
      { root: group('a', buildAnswers(6, { yes: -1, no: 7 })) },
    ],
    [
      'more answers than people, however deep',
      { root: group('a', 6, [group('b', buildAnswers(6, { yes: 7 }))]) },
    ],
  ]
  it.each(rows)('%s', (_, parts) => {
    expect(() => reportGroups({ root: group('a', 6), items: ['q'], k: 5, ...parts })).toThrow(RangeError)
  })
})
