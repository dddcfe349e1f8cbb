import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LearnerId } from '../shared/ids.ts'
import { inputs, learner, noTies, pairable } from './pairing.factory.ts'
import type { Pairable } from './pairing.rules.ts'
import { standardRules } from './pairing.rules.ts'
import { type PairingInput, type Proposal, proposePairs } from './pairing.ts'

// The rules once more, in plain words and without a piece of what is tested: from the people and ties as they were given.

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
const common = (a: readonly unknown[], b: readonly unknown[]) => a.filter((one) => b.includes(one)).length
const told = (a: readonly unknown[], b: readonly unknown[]) => a.length > 0 && b.length > 0
const lives = (one: Pairable) => !['professional', 'colleague', 'partner', 'manager'].includes(one.voice)

function forbidden(a: Pairable, b: Pairable, { ties, rules }: PairingInput): boolean {
  const tied = (list: readonly (readonly LearnerId[])[]) =>
    list.some((group) => group.includes(a.id) && group.includes(b.id))
  const pinOf = (one: Pairable) => ties.pinned.find((pair) => pair.includes(one.id))
  const broken = {
    organisation: a.organisation !== '' && same(a.organisation, b.organisation),
    manager: tied(ties.manager),
    wants: !(a.wants && b.wants),
    avoid: tied(ties.avoid),
    conflict: tied(ties.conflict),
    language: told(a.languages, b.languages) && common(a.languages, b.languages) === 0,
    time: told(a.halfDays, b.halfDays) && common(a.halfDays, b.halfDays) === 0,
    way: told(a.ways, b.ways) && common(a.ways, b.ways) === 0,
    taken: ties.taken.includes(a.id) || ties.taken.includes(b.id),
    pinned: pinOf(a) !== pinOf(b),
  }
  return rules.hard.some((rule) => broken[rule])
}

function points(a: Pairable, b: Pairable, input: PairingInput, crossing: number): number {
  const both = a.function !== '' && b.function !== ''
  const other = both ? !same(a.function, b.function) : lives(a) !== lives(b)
  const near = a.ways.includes('online') && b.ways.includes('online')
  const region = told(a.ways, b.ways) && a.region !== '' && a.region === b.region
  const before = input.ties.earlier.some((group) => group.includes(a.id) && group.includes(b.id))
  return (
    (other ? 2 : 0) +
    (lives(a) === lives(b) ? 0 : crossing) +
    (common(a.themes, b.themes) > 0 ? 2 : 0) +
    (common(a.halfDays, b.halfDays) > 1 ? 2 : 0) +
    (near || region ? 1 : 0) -
    (before ? 3 : 0)
  )
}

/** Of all ways to make pairs and at most one three: most people first, then most points. By trying each. */
function bestOfAll(input: PairingInput, crossing: number): { people: number; points: number } {
  const n = input.people.length
  const all = input.people
  const worth = (group: number[]) => {
    const members = group.flatMap((place) => all[place] ?? [])
    let sum = 0
    for (const [at, a] of members.entries())
      for (const b of members.slice(at + 1)) {
        if (forbidden(a, b, input)) return Number.NEGATIVE_INFINITY
        sum += points(a, b, input, crossing)
      }
    return group.length * 1_000 + (group.length === 3 ? sum / 2 : sum)
  }
  const pairs = new Float64Array(1 << n)
  for (let set = 1; set < 1 << n; set++) {
    const last = 31 - Math.clz32(set)
    const rest = set ^ (1 << last)
    pairs[set] = pairs[rest] ?? 0
    for (let other = 0; other < last; other++)
      if ((rest >> other) & 1)
        pairs[set] = Math.max(pairs[set] ?? 0, (pairs[rest ^ (1 << other)] ?? 0) + worth([last, other]))
  }
  const full = (1 << n) - 1
  let best = pairs[full] ?? 0
  for (let a = 0; a < n; a++)
    for (let b = 0; b < a; b++)
      for (let c = 0; c < b; c++) {
        const three = (1 << a) | (1 << b) | (1 << c)
        best = Math.max(best, worth([a, b, c]) + (pairs[full ^ three] ?? 0))
      }
  const people = Math.round(best / 1_000)
  return { people, points: best - people * 1_000 }
}

function brokenRules(input: PairingInput, { pairs }: Proposal): string[] {
  const person = (id: LearnerId) => input.people.find((one) => one.id === id) as Pairable
  return pairs.flatMap(({ members }) =>
    members.flatMap((a, at) =>
      members.slice(at + 1).flatMap((b) => (forbidden(person(a), person(b), input) ? [`${a} ${b}`] : [])),
    ),
  )
}

const crossed = (input: PairingInput, { pairs, crossing }: Proposal) => {
  const sides = (ids: readonly LearnerId[]) =>
    ids.map((id) => lives(input.people.find((one) => one.id === id) as Pairable))
  return pairs.reduce((sum, { members, points: own }) => {
    const [a, b, c] = sides(members)
    const mixed =
      c === undefined ? Number(a !== b) : (Number(a !== b) + Number(a !== c) + Number(b !== c)) / 2
    return sum + own + mixed * (crossing - 1)
  }, 0)
}

test('nobody is paired against a hard rule, and no better pairs exist', () => {
  fc.assert(
    fc.property(inputs(9), (input) => {
      const made = proposePairs(input)
      expect(brokenRules(input, made)).toEqual([])
      expect(made.isProven).toBe(true)
      const placed = made.pairs.flatMap(({ members }) => members)
      expect(new Set(placed).size).toBe(placed.length)
      expect(made.pairs.filter(({ members }) => members.length === 3).length).toBeLessThanOrEqual(1)
      const best = bestOfAll(input, made.crossing)
      expect({ people: placed.length, points: crossed(input, made) }).toEqual(best)
    }),
    { numRuns: 300 },
  )
})

test('of twelve people too', () => {
  fc.assert(
    fc.property(inputs(12), (input) => {
      const made = proposePairs(input)
      const people = made.pairs.flatMap(({ members }) => members).length
      expect({ people, points: crossed(input, made) }).toEqual(bestOfAll(input, made.crossing))
    }),
    { numRuns: 40 },
  )
})

test('the same seed makes the same pairs, in whatever order people are given; everybody is somewhere', () => {
  fc.assert(
    fc.property(inputs(20), fc.nat(), (input, turn) => {
      const at = turn % Math.max(1, input.people.length)
      const people = [...input.people.slice(at), ...input.people.slice(0, at)]
      const [one, other] = [proposePairs(input), proposePairs({ ...input, people })]
      const sorted = ({ pairs }: Proposal) => pairs.map(({ members }) => members.join(' ')).toSorted()
      expect(sorted(other)).toEqual(sorted(one))
      const taken = input.rules.hard.includes('taken') ? input.ties.taken : []
      const all = [...one.pairs.flatMap(({ members }) => members), ...one.left, ...taken]
      expect(new Set(all)).toEqual(new Set(input.people.map(({ id }) => id)))
    }),
    { numRuns: 60 },
  )
})

test('of 301 people nobody is paired against a rule, and one three is the best of all', () => {
  const people = Array.from({ length: 301 }, (_, number) =>
    pairable(number, {
      organisation: `o${number % 7}`,
      function: `f${number % 5}`,
      themes: number % 3 === 0 ? ['power'] : ['youth'],
    }),
  )
  const avoid = people.slice(0, 200).map(({ id }, at) => [id, learner(at + 3)] as const)
  const input = { people, ties: { ...noTies, avoid }, rules: standardRules, seed: 5 }
  const made = proposePairs(input)
  expect(brokenRules(input, made)).toEqual([])
  expect(made).toMatchObject({ isProven: true, left: [] })
  expect(
    made.pairs
      .map(({ members }) => members.length)
      .toSorted()
      .slice(-2),
  ).toEqual([2, 3])
  // The most there can be: other work and the same theme for everybody.
  expect(made.points).toBe(4 * 149 + 6)
})

test('of eleven people one three is made, of ten none', () => {
  const of = (n: number) =>
    proposePairs({
      people: Array.from({ length: n }, (_, number) => pairable(number)),
      ...{ ties: noTies, rules: standardRules, seed: 1 },
    })
  expect(of(10).pairs.map(({ members }) => members.length)).toEqual([2, 2, 2, 2, 2])
  expect(
    of(11)
      .pairs.map(({ members }) => members.length)
      .toSorted(),
  ).toEqual([2, 2, 2, 2, 3])
  expect(of(11).left).toEqual([])
})

test('two camps are mixed, by as little weight on crossing as does it', () => {
  const people = Array.from({ length: 8 }, (_, number) =>
    pairable(number, {
      voice: number < 4 ? 'mother' : 'professional',
      themes: number < 4 ? ['listening'] : ['power'],
    }),
  )
  const made = proposePairs({ people, ties: noTies, rules: standardRules, seed: 3 })
  expect(made).toMatchObject({ isSplit: false, isProven: true })
  const apart = proposePairs({
    people: people.map((one) => ({ ...one, function: one.voice === 'mother' ? 'a' : one.id })),
    ties: noTies,
    rules: { ...standardRules, soft: { ...standardRules.soft, perspective: 0, theme: 8 } },
    seed: 3,
  })
  expect(apart).toMatchObject({ isSplit: false, crossing: 8 })
})

test('a pinned pair stays, and one that a rule forbids by now is told of', () => {
  const people = [0, 1, 2, 3].map((number) => pairable(number, { organisation: number < 2 ? 'A' : '' }))
  const pinned = [[learner(0), learner(2)]]
  const kept = proposePairs({ people, ties: { ...noTies, pinned }, rules: standardRules, seed: 1 })
  expect(kept.pairs).toContainEqual({ members: pinned[0], points: 0, pinned: true })
  const never = { ...noTies, pinned: [[learner(0), learner(1)]] }
  const broken = proposePairs({ people, ties: never, rules: standardRules, seed: 1 })
  expect(broken.brokenPins).toEqual([{ members: never.pinned[0], rules: ['organisation'] }])
})
