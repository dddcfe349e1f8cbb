/** How many people gave one answer. */
export type AnswerCount = { readonly value: number; readonly count: number }

/** Whole answers from `min` to `max`, both included. */
export type AnswerScale = { readonly min: number; readonly max: number }

/** How the answers to one question lie. */
export type Spread = {
  readonly n: number
  /** Every answer of the scale, from low to high, also those that nobody gave. */
  readonly counts: readonly AnswerCount[]
  readonly mean: number
  readonly lowest: number
  readonly highest: number
  /** Standard deviation with n − 1, in steps of the scale; null for one answer. */
  readonly sd: number | null
  /** 0 to 1: how much closer together the answers are than by chance (domain.md §4.2); null for one answer. */
  readonly rwg: number | null
}

/**
 * Tells how whole answers to one question lie; null when nobody answered. Whether so few may be told about is not decided here.
 * Throws a RangeError when an answer is not on the scale, is named twice, or a count cannot be.
 */
export function spreadOf(counts: readonly AnswerCount[], scale: AnswerScale): Spread | null {
  const all = wholeScale(counts, scale)
  const given = all.filter(({ count }) => count > 0)
  const [lowest, highest] = [given[0], given.at(-1)]
  if (lowest === undefined || highest === undefined) return null
  const { n, mean, squares } = momentsOf(all)
  const spread = n > 1 ? squares / (n - 1) : null
  return {
    ...{ n, counts: all, mean, lowest: lowest.value, highest: highest.value },
    sd: spread === null ? null : Math.sqrt(spread),
    rwg: spread === null ? null : Math.max(0, 1 - spread / chanceVariance(scale)),
  }
}

/**
 * rwg(j): how close together people answered over several questions on one scale, 0 to 1 (domain.md §4.2). Null with fewer than
 * two questions, or when one has fewer than two answers. More spread than by chance is told as 0, never as a negative number.
 */
export function rwgOfItems(items: readonly (readonly AnswerCount[])[], scale: AnswerScale): number | null {
  const spreads = items.map((counts) => spreadOf(counts, scale)?.sd ?? null)
  const known = spreads.filter((sd) => sd !== null)
  if (known.length < 2 || known.length < spreads.length) return null
  const share = known.reduce((sum, sd) => sum + sd ** 2, 0) / known.length / chanceVariance(scale)
  if (share >= 1) return 0
  const alike = known.length * (1 - share)
  return alike / (alike + share)
}

// Means that are equal on paper may differ in their last bit.
const rounding = 1e-12

/** How far belonging to a group says what somebody answers, and how steady a group's mean is. */
export type GroupLikeness = { readonly icc1: number; readonly icc2: number }

/** `one-group`: with one team there is no ICC. `too-few`: no group has two answers. `all-the-same`: every group has one mean. */
export type NoLikeness = 'one-group' | 'too-few' | 'all-the-same'

/**
 * ICC(1) and ICC(2) of one question over several groups, by one-way analysis of variance (domain.md §4.2). Groups of unequal size
 * enter with (N − Σn²/N)/(G − 1) people. Negative when people within a group differ more than the groups do. Groups without
 * answers are left out. Throws as `spreadOf` does.
 */
export function likenessWithinGroups(
  groups: readonly (readonly AnswerCount[])[],
  scale: AnswerScale,
): { readonly told: GroupLikeness } | { readonly told: null; readonly why: NoLikeness } {
  const each = groups.map((counts) => momentsOf(wholeScale(counts, scale))).filter(({ n }) => n > 0)
  if (each.length < 2) return { told: null, why: 'one-group' }
  const total = sumOf(each, ({ n }) => n)
  if (total <= each.length) return { told: null, why: 'too-few' }
  const grand = sumOf(each, ({ n, mean }) => n * mean) / total
  const between = sumOf(each, ({ n, mean }) => n * (mean - grand) ** 2) / (each.length - 1)
  if (between < rounding) return { told: null, why: 'all-the-same' }
  const within = sumOf(each, ({ squares }) => squares) / (total - each.length)
  const size = (total - sumOf(each, ({ n }) => n ** 2) / total) / (each.length - 1)
  return {
    told: {
      icc1: (between - within) / (between + (size - 1) * within),
      icc2: (between - within) / between,
    },
  }
}

/** The variance of answers given by chance, each as likely: (A² − 1) / 12 for A answers. */
function chanceVariance({ min, max }: AnswerScale): number {
  return ((max - min + 1) ** 2 - 1) / 12
}

function wholeScale(counts: readonly AnswerCount[], { min, max }: AnswerScale): AnswerCount[] {
  if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || max <= min)
    throw new RangeError(`${min} to ${max} is no scale`)
  const byValue = new Map(counts.map(({ value, count }) => [value, count]))
  if (byValue.size < counts.length) throw new RangeError('An answer is counted twice')
  for (const [value, count] of byValue) {
    if (!Number.isSafeInteger(value) || value < min || value > max)
      throw new RangeError(`${value} is not on a scale from ${min} to ${max}`)
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is no count`)
  }
  return Array.from({ length: max - min + 1 }, (_, at) => ({
    value: min + at,
    count: byValue.get(min + at) ?? 0,
  }))
}

function momentsOf(counts: readonly AnswerCount[]): { n: number; mean: number; squares: number } {
  const n = sumOf(counts, ({ count }) => count)
  const mean = n === 0 ? 0 : sumOf(counts, ({ value, count }) => value * count) / n
  return { n, mean, squares: sumOf(counts, ({ value, count }) => count * (value - mean) ** 2) }
}

function sumOf<T>(of: readonly T[], value: (one: T) => number): number {
  return of.reduce((sum, one) => sum + value(one), 0)
}
