import type { LearnerId } from '../shared/ids.ts'
import {
  canPair,
  type HardRule,
  type Pairable,
  type PairingRules,
  type Pool,
  pointsBetween,
  poolOf,
  rulesBetween,
  softRules,
  type Ties,
  twosOf,
} from './pairing.rules.ts'
import { bestGrouping } from './pairing.trio.ts'

export type ProposedPair = {
  readonly members: readonly LearnerId[]
  /** Of a pair its points; of three half of the three sums, so that nobody counts double. */
  readonly points: number
  readonly pinned: boolean
}

export type Proposal = {
  readonly pairs: readonly ProposedPair[]
  /** Who got no buddy, in the order of the people; who has one already is not among them. */
  readonly left: readonly LearnerId[]
  /** Pinned pairs that a rule forbids by now, with those rules; they were not made. */
  readonly brokenPins: readonly {
    readonly members: readonly LearnerId[]
    readonly rules: readonly HardRule[]
  }[]
  /** Together, by the points of the lead. */
  readonly points: number
  /** The points of `crossing` with which it was made: more than the lead gave it when the people fell apart in two camps. */
  readonly crossing: number
  /** Whether there are two camps all the same: nobody crosses, though there are two or more on each side. */
  readonly isSplit: boolean
  /** Whether it was shown that no better proposal exists. */
  readonly isProven: boolean
}

export type PairingInput = {
  readonly people: readonly Pairable[]
  readonly ties: Ties
  readonly rules: PairingRules
  /** Decides between what is equally good: the same seed, the same proposal, in whatever order the people are given. */
  readonly seed: number
}

/**
 * The best pairs: first as many people with a buddy as can be, then as many points. Exact (matching.ts), with at most one
 * three, and only where it gives one more person a buddy. Nobody is paired against a hard rule that is on.
 *
 * Guard against two camps: when professionals are only with professionals though somebody could cross, the points for crossing
 * are doubled until somebody does. The proposal is then the best of all with as many who cross.
 */
export function proposePairs({ people, ties, rules, seed }: PairingInput): Proposal {
  const inOrder = shuffled(
    people.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    seed,
  )
  const pool = poolOf(inOrder, ties)
  const { kept, broken } = pinsOf(pool, ties, rules)
  const pinned = new Set(kept.flat())
  const free = inOrder.flatMap(({ id }, place) => {
    const isOut = pool.facts[place]?.taken === true && rules.hard.includes('taken')
    return isOut || pinned.has(id) ? [] : [place]
  })
  const made = mixedGrouping({ pool, rules, free })
  const pairs = [
    ...kept.map((members) => pairOf(pool, rules, { members, pinned: true })),
    ...made.groups.map((group) =>
      pairOf(pool, rules, { members: group.map((place) => idAt(pool, place)), pinned: false }),
    ),
  ]
  const paired = new Set(pairs.flatMap(({ members }) => members))
  return {
    pairs: pairs.toSorted((a, b) => firstOf(people, a) - firstOf(people, b)),
    left: people.flatMap(({ id }) => (paired.has(id) || isTaken(pool, rules, id) ? [] : [id])),
    brokenPins: broken,
    points: pairs.reduce((sum, pair) => sum + pair.points, 0),
    ...{ crossing: made.crossing, isSplit: made.isSplit, isProven: made.isProven },
  }
}

/** The points of two or three buddies together, as a proposal counts them. */
export function groupPoints(pool: Pool, members: readonly LearnerId[], rules: PairingRules): number {
  const sum = twosOf(members.map((id) => placeAt(pool, id))).reduce(
    (points, two) => points + pointsBetween(pool, two, rules.soft),
    0,
  )
  return members.length === 3 ? sum / 2 : sum
}

function pairOf(
  pool: Pool,
  rules: PairingRules,
  { members, pinned }: { members: readonly LearnerId[]; pinned: boolean },
): ProposedPair {
  return { members: members.toSorted(), points: groupPoints(pool, members, rules), pinned }
}

const isTaken = (pool: Pool, rules: PairingRules, id: LearnerId) =>
  rules.hard.includes('taken') && pool.facts[placeAt(pool, id)]?.taken === true

const firstOf = (people: readonly Pairable[], { members }: ProposedPair) =>
  people.findIndex(({ id }) => members.includes(id))

const idAt = (pool: Pool, place: number): LearnerId => {
  const person = pool.people[place]
  if (person === undefined) throw new Error(`Nobody at ${place}`)
  return person.id
}

/** Where somebody stands in a pool; throws for whoever is not in it. */
export function placeAt(pool: Pool, id: LearnerId): number {
  const place = pool.placeOf.get(id)
  if (place === undefined) throw new Error(`Not in the pool: ${id}`)
  return place
}

function pinsOf(pool: Pool, { pinned }: Ties, { hard }: PairingRules) {
  const kept: (readonly LearnerId[])[] = []
  const broken: { members: readonly LearnerId[]; rules: HardRule[] }[] = []
  if (!hard.includes('pinned')) return { kept, broken }
  for (const members of pinned) {
    if (!members.every((id) => pool.placeOf.has(id))) continue
    const rules = rulesAmong(pool, members, hard)
    if (rules.length === 0) kept.push(members)
    else broken.push({ members, rules })
  }
  return { kept, broken }
}

/** The hard rules, of those that are on, that stand between any of some people, each once. */
export function rulesAmong(pool: Pool, members: readonly LearnerId[], on: readonly HardRule[]): HardRule[] {
  const places = members.map((id) => placeAt(pool, id))
  const found = new Set(twosOf(places).flatMap((two) => rulesBetween(pool, two, on)))
  return on.filter((rule) => found.has(rule))
}

type Free = { pool: Pool; rules: PairingRules; free: readonly number[] }
type Made = { groups: number[][]; crossing: number; isSplit: boolean; isProven: boolean }

/** Points for crossing beyond which nobody crosses who did not before: everything else together is less. */
const crossingAtMost = 64

function mixedGrouping({ pool, rules, free }: Free): Made {
  let crossing = rules.soft.crossing
  for (;;) {
    const soft = { ...rules.soft, crossing }
    const { groups, isProven } = groupingOf({ pool, rules: { ...rules, soft }, free })
    const isSplit = hasCamps(pool, groups) && mayCross({ pool, rules, free })
    if (!isSplit || crossing === 0 || crossing >= crossingAtMost) {
      return { groups, crossing, isSplit, isProven }
    }
    crossing *= 2
  }
}

const isExperience = (pool: Pool, place: number) => pool.facts[place]?.experience === true

function hasCamps(pool: Pool, groups: readonly (readonly number[])[]): boolean {
  const people = groups.flat()
  const experience = people.filter((place) => isExperience(pool, place)).length
  if (experience < 2 || people.length - experience < 2) return false
  return groups.every((group) => new Set(group.map((place) => isExperience(pool, place))).size === 1)
}

function mayCross({ pool, rules, free }: Free): boolean {
  return free.some((a) =>
    free.some(
      (b) => a < b && isExperience(pool, a) !== isExperience(pool, b) && canPair(pool, [a, b], rules.hard),
    ),
  )
}

function groupingOf({ pool, rules, free }: Free): { groups: number[][]; isProven: boolean } {
  const n = free.length
  const most = softRules.reduce((sum, rule) => sum + rules.soft[rule], 0)
  // One person more with a buddy outweighs all points there can be.
  const person = 2 * n * most + 1
  const weight = new Int32Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const two = [free[i] ?? -1, free[j] ?? -1] as const
      if (!canPair(pool, two, rules.hard)) continue
      const value = 2 * (person + pointsBetween(pool, two, rules.soft))
      weight[i * n + j] = value
      weight[j * n + i] = value
    }
  }
  const { groups, isProven } = bestGrouping(n, weight)
  return { groups: groups.map((group) => group.map((place) => free[place] ?? -1)), isProven }
}

/** In an order that the seed decides: Fisher–Yates, with a small generator (mulberry32) that is the same everywhere. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const order = [...items]
  let state = seed >>> 0
  for (let last = order.length - 1; last > 0; last--) {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    const pick = ((mixed ^ (mixed >>> 14)) >>> 0) % (last + 1)
    const [one, other] = [order[last], order[pick]]
    if (one === undefined || other === undefined) continue
    order[last] = other
    order[pick] = one
  }
  return order
}
