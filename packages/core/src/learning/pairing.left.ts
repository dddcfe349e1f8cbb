import type { LearnerId } from '../shared/ids.ts'
import { type HardRule, type PairingRules, type Pool, rulesBetween } from './pairing.rules.ts'
import { groupPoints, placeAt, rulesAmong } from './pairing.ts'

/** Why somebody has no buddy, and what would help. */
export type WhyLeft =
  /** She asked for none. */
  | { readonly why: 'no-wish' }
  /** There is nobody else without a buddy. */
  | { readonly why: 'nobody' }
  /** Somebody could be her buddy, and is with another: there are too few people, or it does not come out even. */
  | { readonly why: 'not-enough'; readonly partners: number }
  /**
   * A rule stands between her and everybody. `people`: how many it stands in the way of; `helps`: for how many it is the only
   * one, so that they could be her buddy without it.
   */
  | {
      readonly why: 'rules'
      readonly rules: readonly { readonly rule: HardRule; readonly people: number; readonly helps: number }[]
    }

/** Why somebody was left over among the people of a pool. Who has a buddy already counts as somebody who could be hers. */
export function whyLeft(pool: Pool, id: LearnerId, { hard }: PairingRules): WhyLeft {
  const own = placeAt(pool, id)
  if (hard.includes('wants') && pool.facts[own]?.wants === false) return { why: 'no-wish' }
  const between = hard.filter((rule) => rule !== 'taken' && rule !== 'pinned')
  const others = pool.people.flatMap((_, place) => (place === own ? [] : [place]))
  const standing = others.map((place) => rulesBetween(pool, [own, place], between))
  if (standing.length === 0) return { why: 'nobody' }
  const partners = standing.filter((rules) => rules.length === 0).length
  if (partners > 0) return { why: 'not-enough', partners }
  const rules = between.flatMap((rule) => {
    const people = standing.filter((found) => found.includes(rule)).length
    const helps = standing.filter((found) => found.length === 1 && found[0] === rule).length
    return people === 0 ? [] : [{ rule, people, helps }]
  })
  return { why: 'rules', rules: rules.toSorted((a, b) => b.helps - a.helps || b.people - a.people) }
}

/** What can be done for somebody who is left without a buddy. Going on alone can be done always. */
export type Offers = {
  /** People without a buddy who could be hers, best first. */
  readonly rematch: readonly { readonly with: LearnerId; readonly points: number }[]
  /** Pairs of two that she could join, best first. */
  readonly join: readonly { readonly members: readonly LearnerId[]; readonly points: number }[]
}

/** Who is `free` and which `pairs` there are in this round; being taken or pinned is no objection to what is offered here. */
export function offersFor(
  pool: Pool,
  id: LearnerId,
  of: { free: readonly LearnerId[]; pairs: readonly (readonly LearnerId[])[]; rules: PairingRules },
): Offers {
  const { free, pairs, rules } = of
  const on = rules.hard.filter((rule) => rule !== 'taken' && rule !== 'pinned')
  const offer = (members: readonly LearnerId[]) => ({ members, points: groupPoints(pool, members, rules) })
  const fits = (members: readonly LearnerId[]) => rulesAmong(pool, members, on).length === 0
  const best = (a: { points: number }, b: { points: number }) => b.points - a.points
  return {
    rematch: free
      .filter((other) => other !== id && fits([id, other]))
      .map((other) => ({ with: other, points: offer([id, other]).points }))
      .toSorted(best),
    join: pairs
      .filter((pair) => pair.length === 2 && !pair.includes(id) && fits([...pair, id]))
      .map((pair) => ({ members: pair, points: offer([...pair, id]).points }))
      .toSorted(best),
  }
}
