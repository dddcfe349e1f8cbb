import type { Voice } from '../relation/relation.ts'
import type { LearnerId } from '../shared/ids.ts'
import type { RespondLanguage } from '../shared/language.ts'
import { type GoalTheme, goalThemes, type HalfDay, halfDays, type MeetWay } from './buddy.ts'

/** What makes two people no buddies (domain.md §6.3). Each can be off in a round. */
export const hardRules = [
  ...(['organisation', 'manager', 'wants', 'avoid', 'conflict'] as const),
  ...(['language', 'time', 'way', 'taken', 'pinned'] as const),
]
export type HardRule = (typeof hardRules)[number]

/**
 * Rules that keep what somebody said of herself. A lead has no business with them: whoever asked not to be with somebody can
 * rely on it.
 */
export const ownWishRules: readonly HardRule[] = ['wants', 'avoid']

/** What makes them better or worse buddies. */
export const softRules = ['perspective', 'crossing', 'theme', 'hours', 'near', 'again'] as const
export type SoftRule = (typeof softRules)[number]

/** Which hard rules are on, and the points of each soft rule; those of `again` are taken off. */
export type PairingRules = {
  readonly hard: readonly HardRule[]
  readonly soft: Readonly<Record<SoftRule, number>>
}

/** The rules of domain.md §6.3. */
export const standardRules: PairingRules = {
  hard: hardRules,
  soft: { perspective: 2, crossing: 1, theme: 2, hours: 2, near: 1, again: 3 },
}

/** Points of one rule at most. */
export const softPointsAtMost = 10

/** Whoever may get a buddy. An empty text or list: not known, which stands in the way of nothing. */
export type Pairable = {
  readonly id: LearnerId
  readonly organisation: string
  readonly function: string
  readonly voice: Voice
  readonly wants: boolean
  readonly languages: readonly RespondLanguage[]
  readonly halfDays: readonly HalfDay[]
  readonly ways: readonly MeetWay[]
  readonly region: string
  readonly themes: readonly GoalTheme[]
}

type Two = readonly [LearnerId, LearnerId]

/** What there is between people. The order of two never matters. */
export type Ties = {
  readonly avoid: readonly Two[]
  readonly manager: readonly Two[]
  readonly conflict: readonly Two[]
  /** Pairs of earlier rounds. */
  readonly earlier: readonly (readonly LearnerId[])[]
  /** Who has a buddy in this round. */
  readonly taken: readonly LearnerId[]
  /** Pairs that the lead fixed. */
  readonly pinned: readonly (readonly LearnerId[])[]
}

/** People laid out so that two of them are compared in a few steps: sets are bits of a number. */
export type Pool = {
  readonly people: readonly Pairable[]
  readonly placeOf: ReadonlyMap<LearnerId, number>
  readonly facts: readonly Facts[]
  readonly between: Readonly<Record<'avoid' | 'manager' | 'conflict' | 'again', ReadonlySet<number>>>
}

type Facts = {
  readonly organisation: string
  readonly function: string
  readonly experience: boolean
  readonly wants: boolean
  readonly languages: readonly RespondLanguage[]
  readonly halfDays: number
  readonly ways: number
  readonly region: string
  readonly themes: number
  readonly taken: boolean
  /** The number of her pinned pair, -1 without. */
  readonly pin: number
}

/** Professionals, and those who speak from their own lives, as the two sides that a round should mix. */
export function speaksFromExperience(voice: Voice): boolean {
  return !['professional', 'colleague', 'partner', 'manager'].includes(voice)
}

/** Lays out people and what is between them; ties with people who are not among them are left out. */
export function poolOf(people: readonly Pairable[], ties: Ties): Pool {
  const placeOf = new Map(people.map(({ id }, place) => [id, place]))
  const taken = new Set(ties.taken)
  const pins = new Map(ties.pinned.flatMap((pair, pin) => pair.map((id) => [id, pin] as const)))
  const together = (groups: readonly (readonly LearnerId[])[]) =>
    new Set(
      groups.flatMap((group) => twosOf(group)).flatMap(([a, b]) => keyOf(placeOf, people.length, [a, b])),
    )
  return {
    ...{ people, placeOf },
    facts: people.map((person) => ({
      organisation: plain(person.organisation),
      function: plain(person.function),
      experience: speaksFromExperience(person.voice),
      ...{ wants: person.wants, languages: person.languages, region: plain(person.region) },
      halfDays: bits(halfDays, person.halfDays),
      ways: (person.ways.includes('online') ? 1 : 0) + (person.ways.includes('travel') ? 2 : 0),
      themes: bits(goalThemes, person.themes),
      taken: taken.has(person.id),
      pin: pins.get(person.id) ?? -1,
    })),
    between: {
      avoid: together(ties.avoid),
      manager: together(ties.manager),
      conflict: together(ties.conflict),
      again: together(ties.earlier),
    },
  }
}

/** All twos of a group. */
export function twosOf<Item>(group: readonly Item[]): (readonly [Item, Item])[] {
  return group.flatMap((a, at) => group.slice(at + 1).map((b) => [a, b] as const))
}

function keyOf(places: ReadonlyMap<LearnerId, number>, size: number, [a, b]: Two): number[] {
  const [i, j] = [places.get(a), places.get(b)]
  return i === undefined || j === undefined ? [] : [Math.min(i, j) * size + Math.max(i, j)]
}

const plain = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

function bits<Item>(all: readonly Item[], some: readonly Item[]): number {
  return some.reduce((set, one) => set | (1 << all.indexOf(one)), 0)
}

const has = (pool: Pool, tie: keyof Pool['between'], [i, j]: readonly [number, number]) =>
  pool.between[tie].has(Math.min(i, j) * pool.people.length + Math.max(i, j))

type Compared = {
  readonly a: Facts
  readonly b: Facts
  readonly pool: Pool
  readonly places: readonly [number, number]
}

const stands: Readonly<Record<HardRule, (two: Compared) => boolean>> = {
  organisation: ({ a, b }) => a.organisation !== '' && a.organisation === b.organisation,
  manager: ({ pool, places }) => has(pool, 'manager', places),
  wants: ({ a, b }) => !a.wants || !b.wants,
  avoid: ({ pool, places }) => has(pool, 'avoid', places),
  conflict: ({ pool, places }) => has(pool, 'conflict', places),
  language: ({ a, b }) =>
    a.languages.length > 0 && b.languages.length > 0 && !a.languages.some((one) => b.languages.includes(one)),
  time: ({ a, b }) => a.halfDays !== 0 && b.halfDays !== 0 && (a.halfDays & b.halfDays) === 0,
  way: ({ a, b }) => a.ways !== 0 && b.ways !== 0 && (a.ways & b.ways) === 0,
  taken: ({ a, b }) => a.taken || b.taken,
  pinned: ({ a, b }) => (a.pin >= 0 || b.pin >= 0) && a.pin !== b.pin,
}

function compared(pool: Pool, [i, j]: readonly [number, number]): Compared {
  const [a, b] = [pool.facts[i], pool.facts[j]]
  if (a === undefined || b === undefined) throw new Error(`Nobody at ${i} or ${j}`)
  return { a, b, pool, places: [i, j] }
}

/** The rules, of those given, that two people (by place) cannot be buddies by. */
export function rulesBetween(
  pool: Pool,
  two: readonly [number, number],
  on: readonly HardRule[],
): HardRule[] {
  const both = compared(pool, two)
  return on.filter((rule) => stands[rule](both))
}

/** Whether two people (by place) can be buddies. */
export function canPair(pool: Pool, two: readonly [number, number], on: readonly HardRule[]): boolean {
  const both = compared(pool, two)
  for (const rule of on) if (stands[rule](both)) return false
  return true
}

/** `unknown`: one of them did not tell; it counts for nothing and against nobody. */
export type SoftVerdict = 'met' | 'unmet' | 'unknown'

const verdicts: Readonly<Record<SoftRule, (two: Compared) => SoftVerdict>> = {
  // Two who speak from their own lives have no function, and are no other function either.
  perspective: ({ a, b }) =>
    a.function === '' || b.function === ''
      ? a.experience === b.experience
        ? 'unknown'
        : 'met'
      : verdict(a.function !== b.function),
  crossing: ({ a, b }) => verdict(a.experience !== b.experience),
  theme: ({ a, b }) => (a.themes === 0 || b.themes === 0 ? 'unknown' : verdict((a.themes & b.themes) !== 0)),
  hours: ({ a, b }) =>
    a.halfDays === 0 || b.halfDays === 0 ? 'unknown' : verdict(several(a.halfDays & b.halfDays)),
  near: ({ a, b }) => {
    if (a.ways === 0 || b.ways === 0) return 'unknown'
    return verdict((a.ways & b.ways & 1) !== 0 || (a.region !== '' && a.region === b.region))
  },
  again: ({ pool, places }) => verdict(!has(pool, 'again', places)),
}

const verdict = (isMet: boolean): SoftVerdict => (isMet ? 'met' : 'unmet')

/** At least two bits. */
const several = (set: number) => (set & (set - 1)) !== 0

/** How two people (by place) stand by a soft rule. `again` is met when they were no buddies before. */
export function softVerdict(pool: Pool, two: readonly [number, number], rule: SoftRule): SoftVerdict {
  return verdicts[rule](compared(pool, two))
}

/** The points of two people (by place); less than zero where they were buddies before and nothing else speaks for it. */
export function pointsBetween(
  pool: Pool,
  two: readonly [number, number],
  soft: PairingRules['soft'],
): number {
  const both = compared(pool, two)
  let points = 0
  for (const rule of softRules) {
    if (rule === 'again') {
      if (verdicts.again(both) === 'unmet') points -= soft.again
    } else if (soft[rule] !== 0 && verdicts[rule](both) === 'met') points += soft[rule]
  }
  return points
}
