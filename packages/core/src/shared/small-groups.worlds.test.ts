/**
 * A reader who knows the rules, with all bounds that follow from "hidden": tries every way in which people can have
 * answered in a small tree, keeps those that give the report she saw, and knows a number when they all agree on it.
 */
import { describe, expect, it } from 'vitest'
import { buildGroup } from './small-groups.factory.ts'
import { reportGroups } from './small-groups.ts'
import type { Group, OwnAnswers } from './small-groups.types.ts'

const k = 5
type World = readonly OwnAnswers[]

/** All combinations of one choice per place. */
function combinations<Choice>(places: number, choices: readonly Choice[]): Choice[][] {
  if (places === 0) return [[]]
  return combinations(places - 1, choices).flatMap((rest) => choices.map((choice) => [...rest, choice]))
}

const peopleUpTo = (most: number) =>
  Array.from({ length: most + 1 }, (_, n): OwnAnswers => ({ n, items: {} }))
const withItemUpTo = (most: number) =>
  peopleUpTo(most).flatMap(({ n }) =>
    Array.from({ length: n + 1 }, (_, yes): OwnAnswers => ({ n, items: { q: { yes } } })),
  )

type Counted = (own: OwnAnswers | undefined) => number
const people: Counted = (own) => own?.n ?? 0
const answeredItem: Counted = (own) => own?.items.q?.yes ?? 0

/**
 * Every report that can be given, with the worlds that give it. Left out are reports that a world with the most people
 * tried gives: others with more people, which are not tried, could give them too.
 */
function worldsByReport(
  worlds: readonly World[],
  most: number,
  tree: (world: World) => Group,
): Map<string, World[]> {
  const byReport = Map.groupBy(worlds, (world) =>
    JSON.stringify(reportGroups({ root: tree(world), items: ['q'], k })),
  )
  return new Map(
    [...byReport].filter(([, alike]) => !alike.some((world) => world.some(({ n }) => n === most))),
  )
}

/** Sets of groups with 1 to k − 1 people of which every world that gives the same report has the same number. */
function knownSets(byReport: ReadonlyMap<string, World[]>, counted: Counted): string[] {
  const places = [...byReport.values()][0]?.[0]?.length ?? 0
  return combinations(places, [false, true]).flatMap((set) => {
    const numberIn = (world: World) =>
      world.reduce((sum, own, at) => sum + (set[at] === true ? counted(own) : 0), 0)
    return [...byReport].flatMap(([report, alike]) => {
      const numbers = new Set(alike.map(numberIn))
      const [only] = numbers
      const small = numbers.size === 1 && only !== undefined && only >= 1 && only < k
      return small ? [`${set} is ${only} in ${report}`] : []
    })
  })
}

const leaf = (id: string, own: OwnAnswers | undefined) => buildGroup(id, own)
const shapes: [string, number, (world: World) => Group][] = [
  ['two groups', 2, ([b, c]) => buildGroup('a', undefined, [leaf('b', b), leaf('c', c)])],
  ['three groups', 3, ([b, c, d]) => buildGroup('a', undefined, [leaf('b', b), leaf('c', c), leaf('d', d)])],
  ['own people and a group', 2, ([a, b]) => buildGroup('a', a, [leaf('b', b)])],
  ['own people and two groups', 3, ([a, b, c]) => buildGroup('a', a, [leaf('b', b), leaf('c', c)])],
  [
    'two levels',
    3,
    ([b, c, d]) =>
      buildGroup('a', undefined, [buildGroup('bc', undefined, [leaf('b', b), leaf('c', c)]), leaf('d', d)]),
  ],
]
const deeper: [string, number, (world: World) => Group][] = [
  [
    'two pairs',
    4,
    ([b, c, d, e]) =>
      buildGroup('a', undefined, [
        buildGroup('bc', undefined, [leaf('b', b), leaf('c', c)]),
        buildGroup('de', undefined, [leaf('d', d), leaf('e', e)]),
      ]),
  ],
  [
    'own people on two levels',
    4,
    ([a, b, c, d]) => buildGroup('a', a, [buildGroup('b', b, [leaf('c', c)]), leaf('d', d)]),
  ],
]

describe('knowing the rules does not help', () => {
  it.each([...shapes, ...deeper])('%s: who answered', (_, places, tree) => {
    const byReport = worldsByReport(combinations(places, peopleUpTo(10)), 10, tree)
    expect(byReport.size).toBeGreaterThan(10)
    expect(knownSets(byReport, people)).toEqual([])
  })

  it.each(shapes)('%s: who answered an item', (_, places, tree) => {
    const most = places === 2 ? 10 : 7
    const byReport = worldsByReport(combinations(places, withItemUpTo(most)), most, tree)
    expect(byReport.size).toBeGreaterThan(10)
    expect(knownSets(byReport, people)).toEqual([])
    expect(knownSets(byReport, answeredItem)).toEqual([])
  })
})
