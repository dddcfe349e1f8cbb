import type { Language } from '../shared/language.ts'
import { plainNumber } from '../shared/number-words.ts'
import { type Caveat, caveatsOf } from './statistics/caveats.ts'
import { changeFromOwnStart, type OwnChange } from './statistics/own-start.ts'
import { caveatInWords, ownChangeInWords } from './statistics/statistics.words.ts'
import { baselineLength, baselineSize, type Xmr, xmr } from './statistics/xmr.ts'

/** What can be said of one line of scores besides the scores themselves. */
export type LineFacts = {
  /** How many scores there are. */
  n: number
  /** The own start and what changed since; null until there is a score after the start. */
  start: OwnChange | null
  /** Where scores usually lie; null when nobody asked for it, or with fewer than 6 scores. */
  limits: Xmr | null
  caveats: Caveat[]
}

export type LineSource = {
  /** Oldest first; null for a time without a score. */
  scores: readonly (number | null)[]
  scale: { min: number; max: number }
  /** From here on a score counts as full. */
  ceilingFrom: number
  /** Limits are made and told only where somebody asked for them. */
  withLimits: boolean
}

/** So many first scores make the start once there are enough of them; before that it is the first score alone. */
const startOf = 3

/**
 * The own start and, when asked for, the usual limits of one person's line, with what has to be said beside them. The start
 * is the first score, and from the sixth score on the mean of the first three: then it never moves again.
 */
export function lineFacts({ scores, scale, ceilingFrom, withLimits }: LineSource): LineFacts {
  const given = scores.filter((score) => score !== null)
  const n = given.length
  const baseline = withLimits ? baselineLength(n) : null
  const caveats = caveatsOf({ scores, scale, ceilingFrom, baseline, validated: false })
  return {
    n,
    start: changeFromOwnStart(scores, n < baselineSize.least ? 1 : startOf),
    limits: baseline === null ? null : xmr(given, { baseline, scale }),
    // Of a line without limits only what concerns the scores themselves.
    caveats: withLimits ? caveats : [],
  }
}

/** The own start in one sentence; null while there is nothing to compare. */
export function startInWords({ start }: LineFacts, language: Language): string | null {
  return start === null ? null : ownChangeInWords(start, language)
}

const limitWords = {
  nl: {
    tooFew: (n: number) =>
      `Voor grenzen zijn minstens ${baselineSize.least} antwoorden nodig. Nu zijn het er ${n}.`,
    between: (low: string, high: string) => `Een cijfer ligt hier meestal tussen ${low} en ${high}.`,
    madeOf: (count: number) => `Dat volgt uit de eerste ${count} keer.`,
    inside: 'Alle cijfers liggen daartussen.',
    outside: (count: number) =>
      count === 1 ? 'Eén keer lag een cijfer daarbuiten.' : `${count} keer lag een cijfer daarbuiten.`,
    bigStep: 'De laatste stap was groter dan gewoonlijk.',
    noNorm: 'Of een verschil meer is dan toeval, is hier niet te berekenen. Daarvoor is onderzoek nodig.',
  },
  en: {
    tooFew: (n: number) => `Limits need at least ${baselineSize.least} answers. Now there are ${n}.`,
    between: (low: string, high: string) => `A score usually lies between ${low} and ${high} here.`,
    madeOf: (count: number) => `That follows from the first ${count} times.`,
    inside: 'All scores lie between them.',
    outside: (count: number) =>
      count === 1 ? 'One score lay outside them.' : `${count} scores lay outside them.`,
    bigStep: 'The last step was larger than usual.',
    noNorm: 'Whether a difference is more than chance cannot be computed here. That takes research.',
  },
} as const satisfies Record<Language, unknown>

/**
 * Limits in sentences, with all that has to be said beside them. A reliable change (domain.md §2.3) is not computed: that
 * takes the spread and reliability of a group, which our own questions do not have, and that is said.
 */
export function limitsInWords({ limits, caveats, n }: LineFacts, language: Language): string[] {
  const say = limitWords[language]
  const told = caveats.map((caveat) => caveatInWords(caveat, n, language))
  if (limits === null) return [say.tooFew(n)]
  const { lower, upper, baseline, outside, bigSteps } = limits
  return [
    say.between(plainNumber(lower, language, 1), plainNumber(upper, language, 1)),
    say.madeOf(baseline),
    outside.length === 0 ? say.inside : say.outside(outside.length),
    ...(bigSteps.includes(n - 1) ? [say.bigStep] : []),
    ...told,
    say.noNorm,
  ]
}
