/** What is known of one small group, pulled towards what is known of all: a few people prove little by themselves. */

export type Estimate = {
  /** Where the group lies, pulled towards the whole. */
  readonly value: number
  /** Between these it lies with about 95 % certainty, as far as this way of reckoning goes. */
  readonly from: number
  readonly to: number
  /** How much of it is the group's own: 1 is all, 0 is nothing but the whole. */
  readonly own: number
}

type Group = { readonly values: readonly number[] }

/**
 * Pulls the mean of each group towards the mean of all by how little it knows (empirical Bayes; the spread between groups by the method
 * of moments of DerSimonian & Laird 1986). Groups that differ no more than chance get the mean of all. Values lie from 0
 * to 1, and so do the estimates. Where groups lie inside each other, `apart` are the same people each once: nobody makes the whole
 * surer by standing in four groups. Groups without values are not taken: throws a RangeError.
 */
export function pulledTogether(groups: readonly Group[], apart: readonly Group[] = groups): Estimate[] {
  if ([...groups, ...apart].some(({ values }) => values.length === 0))
    throw new RangeError('A group without anybody in it')
  const noise = withinVariance(apart)
  const known = ({ values }: Group) => ({ mean: mean(values), error: noise / values.length })
  const parts = apart.map(known)
  const between = spreadBetween(parts)
  const all = weightedMean(parts.map(({ mean, error }) => ({ value: mean, weight: 1 / (between + error) })))
  const wholeError = 1 / parts.reduce((sum, { error }) => sum + 1 / (between + error), 0)
  return groups.map(known).map(({ mean, error }) => {
    const own = between / (between + error)
    const value = own * mean + (1 - own) * all
    // What is uncertain of the group itself, and of the whole it leans on.
    const reach = 1.96 * Math.sqrt(own * error + (1 - own) ** 2 * wholeError)
    return { value: within(value), from: within(value - reach), to: within(value + reach), own }
  })
}

/** How far apart people in one group lie, over all groups; never nothing, since a few equal values are no certainty. */
function withinVariance(groups: readonly Group[]): number {
  const squares = groups.reduce((sum, { values }) => {
    const middle = mean(values)
    return sum + values.reduce((all, value) => all + (value - middle) ** 2, 0)
  }, 0)
  const freedom = groups.reduce((sum, { values }) => sum + values.length - 1, 0)
  return Math.max(squares / Math.max(freedom, 1), leastVariance)
}

/** A tenth of the scale, squared. */
const leastVariance = 0.01

/** The variance between groups that is more than chance; 0 when there is none, or a single group. */
function spreadBetween(parts: readonly { mean: number; error: number }[]): number {
  const weights = parts.map(({ error }) => 1 / error)
  const total = sumOf(weights)
  const all = weightedMean(parts.map(({ mean, error }) => ({ value: mean, weight: 1 / error })))
  const q = sumOf(parts.map(({ mean, error }) => (mean - all) ** 2 / error))
  const scale = total - sumOf(weights.map((weight) => weight ** 2)) / total
  return scale <= 0 ? 0 : Math.max(0, (q - (parts.length - 1)) / scale)
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const mean = (values: readonly number[]) => sumOf(values) / values.length
const within = (value: number) => Math.min(1, Math.max(0, value))

function weightedMean(parts: readonly { value: number; weight: number }[]): number {
  return sumOf(parts.map(({ value, weight }) => value * weight)) / sumOf(parts.map(({ weight }) => weight))
}
