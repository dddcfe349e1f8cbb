import { nonOverlap } from '../feedback/feedback.ts'
import type { Setting } from '../relation/relation.ts'
import { type Instant, millis } from '../shared/time.ts'

/** Whose working together it is: people in a collaboration, a team as a whole, or people who learn in a trajectory. */
export const worksSources = ['collaboration', 'team', 'trajectory'] as const
export type WorksSource = (typeof worksSources)[number]

/** How far around a deed is looked: so many days, and no more than so many checks on each side; with fewer nothing is said. */
export type Around = { readonly days: number; readonly fewest: number; readonly most: number }

/** A team looks at itself a few times a year, and a goal is looked at now and then: there one on each side is what there is. */
export const around: Readonly<Record<WorksSource, Around>> = {
  collaboration: { days: 180, fewest: 3, most: 6 },
  team: { days: 365, fewest: 1, most: 1 },
  trajectory: { days: 180, fewest: 1, most: 6 },
}

/** How somebody's checks lay before and after one deed. */
export type Followed = {
  /** Values from 0 to 10, in the order of time. */
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** See feedback/statistics/single-case.ts. */
  readonly nap: number
  readonly tauU: number
}

/** One check as one number, and when it was answered (milliseconds, see shared/time.ts). */
export type ScoredCheck = { readonly moment: number; readonly value: number }

/**
 * The last checks before a deed beside the first ones after it; null when there are too few to lie beside each other. It says what
 * came after what, never what came of what. `checks` are of one person and one instrument, oldest first; one at the very
 * moment of the deed is from before it.
 */
export function followedBy(
  checks: readonly ScoredCheck[],
  deed: Instant,
  { days, fewest, most }: Around = around.collaboration,
): Followed | null {
  const moment = millis(deed)
  const reach = days * 86_400_000
  const valuesOf = (some: readonly ScoredCheck[]) => some.map(({ value }) => value)
  const next = checks.findIndex((one) => one.moment > moment)
  const split = next === -1 ? checks.length : next
  const near = (some: readonly ScoredCheck[]) => some.filter((one) => Math.abs(one.moment - moment) <= reach)
  const before = valuesOf(near(checks.slice(Math.max(0, split - most), split)))
  const after = valuesOf(near(checks.slice(split, split + most)))
  if (before.length < fewest || after.length < fewest) return null
  const found = nonOverlap(before, after)
  return found && { before, after, nap: found.nap, tauU: found.tauU }
}

/** Where something happened on kind × context × situation; null is "all of them", or not said. */
export type Place = { readonly [Part in keyof Setting]: Setting[Part] | null }

/** One deed that touched one person or one team, and how checks lay around it. */
export type Trace = {
  /** Who counts once for each deed: a person, or a team. */
  readonly unit: string
  /** `agreement`, `repair`, `goal`, `format:<key>`, `exercise:<key>`. */
  readonly deed: string
  readonly setting: Place
  /** The colleagues who took part then, or who lead. */
  readonly colleagues: readonly string[]
  readonly nap: number
  /** The same less what was rising before (Tau-U); from −1 to 1, and somewhat past that. */
  readonly tauU: number
  /** Not in what was told so far. */
  readonly isNew: boolean
}

/** More pairs higher than lower, about as many, or fewer: from this far off the middle it is called a difference. */
const noticeable = 0.1

/** Whether checks lay higher after it, about the same, or lower. */
export function wayOf(nap: number): 'higher' | 'same' | 'lower' {
  if (nap >= 0.5 + noticeable) return 'higher'
  return nap <= 0.5 - noticeable ? 'lower' : 'same'
}

/** Whether checks still lay higher once what was rising before is taken off; as far off the middle as `wayOf`. */
export function stillHigher(tauU: number): boolean {
  // Tau runs from −1 to 1, the share of pairs from 0 to 1. Less the last digit, which reckoning may lose.
  return tauU >= 2 * noticeable - 1e-9
}
