import { countOf, type Rating, type Ratings } from './agreement.ts'

/** How far two values lie apart: not at all or wholly, by rank, or by the difference of the numbers. */
export const measureLevels = ['nominal', 'ordinal', 'interval'] as const
export type MeasureLevel = (typeof measureLevels)[number]

type Coincidences = {
  /** In rank order where they are numbers. */
  values: readonly Exclude<Rating, null>[]
  /** How often each value stands in a pair. */
  totals: readonly number[]
  pairs: readonly (readonly number[])[]
}

/**
 * Krippendorff's α (domain.md §7.4): any number of coders, with gaps. Null where it does not exist: fewer than two pairable
 * values, or only one value in all. Throws a RangeError when `ordinal` or `interval` is asked of values that are no numbers.
 */
export function krippendorffAlpha(units: Ratings, level: MeasureLevel): number | null {
  const found = coincidencesOf(units)
  const isNumeric = found.values.every((value) => typeof value === 'number')
  if (level !== 'nominal' && !isNumeric) throw new RangeError(`${level} needs numbers`)
  const n = found.totals.reduce((total, one) => total + one, 0)
  if (n < 2) return null
  const distance = distances(found, level)
  let observed = 0
  let expected = 0
  found.totals.forEach((ofRow, row) => {
    found.totals.forEach((ofColumn, column) => {
      const apart = distance(row, column)
      observed += (found.pairs[row]?.[column] ?? 0) * apart
      expected += ofRow * ofColumn * apart
    })
  })
  return expected === 0 ? null : 1 - (observed * (n - 1)) / expected
}

// Ordered pairs: i with j and j with i both count, each unit weighing as one rating less than it has.
function coincidencesOf(units: Ratings): Coincidences {
  const rated = units
    .map((unit) => countOf(unit.filter((value) => value !== null)))
    .filter((counts) => sizeOf(counts) > 1)
  const values = [...new Set(rated.flatMap((counts) => [...counts.keys()]))].sort(inRank)
  const place = new Map(values.map((value, at) => [value, at]))
  const pairs = values.map(() => values.map(() => 0))
  for (const counts of rated) {
    const weight = sizeOf(counts) - 1
    for (const [one, ofOne] of counts) {
      const row = pairs[place.get(one) ?? -1] ?? []
      for (const [other, ofOther] of counts) {
        const column = place.get(other) ?? 0
        const together = one === other ? ofOne * (ofOne - 1) : ofOne * ofOther
        row[column] = (row[column] ?? 0) + together / weight
      }
    }
  }
  return { values, pairs, totals: pairs.map((row) => row.reduce((total, one) => total + one, 0)) }
}

function sizeOf(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((total, n) => total + n, 0)
}

function inRank(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : 1
}

function distances({ values, totals }: Coincidences, level: MeasureLevel) {
  switch (level) {
    case 'nominal':
      return (row: number, column: number) => (row === column ? 0 : 1)
    case 'interval':
      return (row: number, column: number) => (Number(values[row]) - Number(values[column])) ** 2
    case 'ordinal':
      return (row: number, column: number) => {
        const [low, high] = row < column ? [row, column] : [column, row]
        const between = totals.slice(low, high + 1).reduce((total, n) => total + n, 0)
        return (between - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2
      }
  }
}
