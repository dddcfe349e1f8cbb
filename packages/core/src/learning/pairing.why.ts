import type { LearnerId } from '../shared/ids.ts'
import type { GoalTheme, HalfDay } from './buddy.ts'
import { type Pool, type SoftRule, softRules, softVerdict, twosOf } from './pairing.rules.ts'
import { placeAt } from './pairing.ts'

/** What buddies have in common and in what they differ: what "why you two" is made of. Nothing that one of them wrote. */
export type PairWhy = {
  /** Their work, each once; more than one where it differs. */
  readonly functions: string[]
  readonly organisations: number
  /** One knows help from her own life, another from her work. */
  readonly crosses: boolean
  /** What all of them want to learn about. */
  readonly themes: GoalTheme[]
  /** When all of them can. */
  readonly halfDays: HalfDay[]
  readonly online: boolean
  /** The region that all of them named; empty without. */
  readonly region: string
  readonly again: boolean
  /** Rules that count and that they do not meet, with any two of them. What is not known is not unmet. */
  readonly unmet: SoftRule[]
}

/** Why these would be buddies, and what speaks against it. All of them must be in the pool. */
export function pairWhy(pool: Pool, members: readonly LearnerId[]): PairWhy {
  const places = members.map((id) => placeAt(pool, id))
  const people = places.flatMap((place) => pool.people[place] ?? [])
  const twos = twosOf(places)
  const verdictsOf = (rule: SoftRule) => twos.map((two) => softVerdict(pool, two, rule))
  const inAll = <Item>(lists: readonly (readonly Item[])[]) =>
    (lists[0] ?? []).filter((one) => lists.every((list) => list.includes(one)))
  const first = people[0]
  const regions = new Set(places.map((place) => pool.facts[place]?.region ?? ''))
  return {
    functions: [...new Set(people.map((one) => one.function.trim()))].filter((one) => one !== ''),
    organisations: new Set(
      places.map((place) => pool.facts[place]?.organisation ?? '').filter((one) => one !== ''),
    ).size,
    crosses: verdictsOf('crossing').includes('met'),
    themes: inAll(people.map(({ themes }) => themes)),
    halfDays: inAll(people.map(({ halfDays }) => halfDays)),
    online: people.every(({ ways }) => ways.includes('online')),
    region: regions.size === 1 ? (first?.region.trim() ?? '') : '',
    again: verdictsOf('again').includes('unmet'),
    unmet: softRules.filter((rule) => rule !== 'crossing' && verdictsOf(rule).includes('unmet')),
  }
}
