import { z } from 'zod'
import { allowed, type Decision, refused } from '../shared/decision.ts'
import type { Bilingual } from '../shared/language.ts'
import { requiredText } from '../shared/text-input.ts'

/** How far a goal was reached, in five steps: 0 is what was expected beforehand (goal attainment scaling, domain.md §6.2). */
export const attainmentLevels = [-2, -1, 0, 1, 2] as const
export type AttainmentLevel = (typeof attainmentLevels)[number]

/** What each step is called; never "good" or "bad". */
export const attainmentWords: Readonly<Record<`${AttainmentLevel}`, Bilingual>> = {
  '-2': { nl: 'veel minder dan verwacht', en: 'much less than expected' },
  '-1': { nl: 'minder dan verwacht', en: 'less than expected' },
  '0': { nl: 'zoals verwacht', en: 'as expected' },
  '1': { nl: 'meer dan verwacht', en: 'more than expected' },
  '2': { nl: 'veel meer dan verwacht', en: 'much more than expected' },
}

export const attainmentLevel = z.union(attainmentLevels.map((level) => z.literal(level)))

/** Signs of what one would see at a step. */
export const observableSigns = 300

/**
 * The scale of one goal, written before anybody says how it went: what one would see at each step, from −2 to +2, and where
 * one stands now. Where one stands is below 0: a goal that is reached already is none.
 */
export const attainmentScale = z
  .strictObject({
    seen: z.array(requiredText(observableSigns)).length(attainmentLevels.length),
    baseline: attainmentLevel,
  })
  .superRefine(({ seen, baseline }, report) => {
    const words = seen.map((one) => one.toLocaleLowerCase('nl'))
    for (const [at, one] of words.entries()) {
      // Two steps that look the same cannot be told apart afterwards.
      if (words.indexOf(one) !== at) report.addIssue({ code: 'custom', path: ['seen', at], message: 'twice' })
    }
    if (baseline >= 0) report.addIssue({ code: 'custom', path: ['baseline'], message: 'reached' })
  })
export type AttainmentScale = z.infer<typeof attainmentScale>

/** What one would see at a step of this scale. */
export function seenAt(scale: AttainmentScale, level: AttainmentLevel): string {
  return scale.seen[level + 2] ?? ''
}

/** A scale is written in advance: once somebody said how it went, it stays as it is. */
export function mayWriteScale(goal: {
  status: 'current' | 'replaced'
  scored: number
}): Decision<'replaced' | 'scored'> {
  if (goal.status === 'replaced') return refused('replaced')
  return goal.scored > 0 ? refused('scored') : allowed
}

/** How it went can be said only against a scale that was written beforehand. */
export function mayScore(goal: {
  status: 'current' | 'replaced'
  scale: AttainmentScale | null
}): Decision<'replaced' | 'no-scale'> {
  if (goal.status === 'replaced') return refused('replaced')
  return goal.scale === null ? refused('no-scale') : allowed
}

/** One goal in the sum: how much it matters to her (0 or more) and where she stands. */
export type WeighedGoal = { readonly weight: number; readonly level: AttainmentLevel }

/** How alike goals of one person are taken to be, as is usual with this formula. */
const rho = 0.3

/**
 * The T score of several goals: 50 when all turned out as expected, about 10 for a step. Not rounded; null without goals
 * or without any weight. `T = 50 + 10·Σ(wx) / √((1−ρ)Σw² + ρ(Σw)²)`, ρ = .30 (domain.md §6.2). The practical guide from which
 * it is mostly copied has an erratum in its printed formula; this is the corrected one, with the golden values of §10.
 * Throws a RangeError for a weight below 0 or none at all.
 */
export function attainmentT(goals: readonly WeighedGoal[]): number | null {
  let sum = 0
  let weights = 0
  let squares = 0
  for (const { weight, level } of goals) {
    if (!Number.isFinite(weight) || weight < 0) throw new RangeError(`Not a weight: ${weight}`)
    sum += weight * level
    weights += weight
    squares += weight * weight
  }
  if (weights === 0) return null
  return 50 + (10 * sum) / Math.sqrt((1 - rho) * squares + rho * weights * weights)
}

/** By how much the T score changed since the goals were written; null without goals or without any weight. */
export function attainmentChange(
  goals: readonly (WeighedGoal & { readonly baseline: AttainmentLevel })[],
): number | null {
  const end = attainmentT(goals)
  const start = attainmentT(goals.map(({ weight, baseline }) => ({ weight, level: baseline })))
  return end === null || start === null ? null : end - start
}

/**
 * Whether a T score may be shown for this many people. Up to ten there are only the goals themselves, drawn one by one: a
 * sum would say more than it can (domain.md §6.2).
 */
export function attainmentShown(people: number): 'goals' | 'goals-and-t' {
  return people <= 10 ? 'goals' : 'goals-and-t'
}
