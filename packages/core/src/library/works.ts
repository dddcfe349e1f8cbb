import { nonOverlap } from '../feedback/statistics/single-case.ts'
import type { Setting } from '../relation/relation.ts'
import { type Instant, millis } from '../shared/time.ts'

/** What people did about their working together, after which checks can lie differently. */
export const deedKinds = ['agreement', 'repair', 'format'] as const
export type DeedKind = (typeof deedKinds)[number]

/** How far around a deed is looked: so many days, and no more than so many checks on each side; with fewer nothing is said. */
export const around = { days: 180, fewest: 3, most: 6 } as const

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
export function followedBy(checks: readonly ScoredCheck[], deed: Instant): Followed | null {
  const moment = millis(deed)
  const reach = around.days * 86_400_000
  const valuesOf = (some: readonly ScoredCheck[]) => some.map(({ value }) => value)
  const next = checks.findIndex((one) => one.moment > moment)
  const split = next === -1 ? checks.length : next
  const near = (some: readonly ScoredCheck[]) => some.filter((one) => Math.abs(one.moment - moment) <= reach)
  const before = valuesOf(near(checks.slice(Math.max(0, split - around.most), split)))
  const after = valuesOf(near(checks.slice(split, split + around.most)))
  if (before.length < around.fewest || after.length < around.fewest) return null
  const found = nonOverlap(before, after)
  return found && { before, after, nap: found.nap, tauU: found.tauU }
}

/** One deed that touched one person, and how her checks lay around it. */
export type Trace = {
  readonly person: string
  /** `agreement`, `repair`, or `format:<key>`. */
  readonly deed: string
  readonly setting: Setting
  /** The colleagues who took part in that collaboration. */
  readonly colleagues: readonly string[]
  readonly nap: number
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
