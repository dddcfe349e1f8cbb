/** Answers by item id; an item that was left empty is absent or null. */
export type ItemValues = Readonly<Record<string, number | null | undefined>>

/** How items make one score. */
export type Subscale = {
  id: string
  items: readonly string[]
  /** Items that are turned round: min + max − value. */
  reversed: readonly string[]
  range: { min: number; max: number }
  method: 'sum' | 'mean'
  /** With more items empty than this there is no score. */
  missingAtMost: number
}

export type SubscaleScore = {
  id: string
  score: number | null
  answered: number
  missing: number
  /** Whether empty items were filled in with the mean of the answered ones. */
  prorated: boolean
}

/** The value of an item as it counts: turned round when the subscale says so. */
export function countedValue(value: number, item: string, of: Pick<Subscale, 'reversed' | 'range'>): number {
  return of.reversed.includes(item) ? of.range.min + of.range.max - value : value
}

/**
 * The score of one subscale, unrounded. An empty item is never zero: with at most `missingAtMost` of them the score is
 * prorated (each counts as the mean of the answered items), with more there is none. Throws on a value outside the range:
 * such an answer was never given.
 */
export function subscaleScore(values: ItemValues, subscale: Subscale): SubscaleScore {
  const { id, items, range, method, missingAtMost } = subscale
  const counted = items.flatMap((item) => {
    const value = values[item]
    if (value === undefined || value === null) return []
    if (!(value >= range.min && value <= range.max)) throw new Error(`${id}: ${item} lies outside its range`)
    return [countedValue(value, item, subscale)]
  })
  const missing = items.length - counted.length
  const told = { id, answered: counted.length, missing, prorated: false }
  if (counted.length === 0 || missing > missingAtMost) return { ...told, score: null }
  const sum = counted.reduce((total, value) => total + value, 0)
  // Without empty items the sum is the sum itself: no division and multiplication that leaves a rest behind.
  const prorated = missing > 0
  const whole = prorated ? (sum * items.length) / counted.length : sum
  return { ...told, prorated, score: method === 'mean' ? sum / counted.length : whole }
}

/** The scores of all subscales of one response, in their order. */
export function subscaleScores(values: ItemValues, subscales: readonly Subscale[]): SubscaleScore[] {
  return subscales.map((subscale) => subscaleScore(values, subscale))
}
