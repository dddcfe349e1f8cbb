/**
 * Agreement between coders (domain.md §7.4). Ratings are one row per unit and one value per coder; null where a coder said
 * nothing about that unit. Raw agreement stands first on every screen: these coefficients only go beside it.
 */
export type Rating = string | number | null
export type Ratings = readonly (readonly Rating[])[]

/** In how many units everyone who said something said the same, of the units about which at least two said something. */
export type RawAgreement = { readonly same: number; readonly of: number }

const given = (unit: readonly Rating[]) => unit.filter((value) => value !== null)

/** Counts agreement as one would by hand: no chance correction, no percentage. */
export function rawAgreement(units: Ratings): RawAgreement {
  const compared = units.map(given).filter((values) => values.length > 1)
  const same = compared.filter((values) => new Set(values).size === 1).length
  return { same, of: compared.length }
}

/** Share of equal pairs of ratings, from 0 to 1, averaged over units with at least two; null without such units. */
export function percentAgreement(units: Ratings): number | null {
  const shares = units
    .map(given)
    .filter((values) => values.length > 1)
    .map(pairShare)
  return shares.length === 0 ? null : sum(shares) / shares.length
}

function pairShare(values: readonly Rating[]): number {
  const pairs = (values.length * (values.length - 1)) / 2
  return sum([...countOf(values).values()].map((n) => (n * (n - 1)) / 2)) / pairs
}

/**
 * Cohen's κ from a square table: rows are what the first coder said, columns the second. Null when chance explains
 * everything (both always said one and the same), where κ does not exist. Throws a RangeError for a table that is not square.
 */
export function cohenFromTable(table: readonly (readonly number[])[]): number | null {
  if (table.some((row) => row.length !== table.length)) throw new RangeError('The table is not square')
  const total = sum(table.map(sum))
  if (total === 0) return null
  const observed = sum(table.map((row, at) => row[at] ?? 0)) / total
  const columns = table.map((_, at) => sum(table.map((row) => row[at] ?? 0)))
  const expected = sum(table.map((row, at) => sum(row) * (columns[at] ?? 0))) / total ** 2
  return corrected(observed, expected)
}

/** Cohen's κ of two coders over the units about which both said something. Throws a RangeError for more or fewer coders. */
export function cohenKappa(units: Ratings): number | null {
  if (units.some((unit) => unit.length !== 2)) throw new RangeError('Cohen’s kappa is for two coders')
  const both = units.filter((unit) => given(unit).length === 2)
  const values = [...new Set(both.flat())]
  const place = new Map(values.map((value, at) => [value, at]))
  const table = values.map(() => values.map(() => 0))
  for (const [first = null, second = null] of both) {
    const row = table[place.get(first) ?? -1]
    const column = place.get(second)
    if (row !== undefined && column !== undefined) row[column] = (row[column] ?? 0) + 1
  }
  return cohenFromTable(table)
}

/**
 * Fleiss' κ from counts: one row per unit, one number per category, each row with the same number of ratings. Null when all
 * ratings are one category or there is no unit. Throws a RangeError when rows differ in length or total, or hold fewer than two.
 */
export function fleissFromCounts(counts: readonly (readonly number[])[]): number | null {
  const [first] = counts
  if (first === undefined) return null
  const raters = sum(first)
  const uneven = counts.some((row) => row.length !== first.length || sum(row) !== raters)
  if (uneven || raters < 2)
    throw new RangeError('Fleiss’ kappa needs the same ratings, at least two, per unit')
  const perUnit = counts.map((row) => (sum(row.map((n) => n ** 2)) - raters) / (raters * (raters - 1)))
  const perCategory = first.map((_, at) => sum(counts.map((row) => row[at] ?? 0)) / (counts.length * raters))
  return corrected(sum(perUnit) / counts.length, sum(perCategory.map((share) => share ** 2)))
}

/** Fleiss' κ over the units about which every coder said something; null where it does not exist. */
export function fleissKappa(units: Ratings): number | null {
  const whole = units.filter((unit) => unit.length > 1 && !unit.includes(null))
  const values = [...new Set(whole.flat())]
  return fleissFromCounts(
    whole.map((unit) => values.map((value) => unit.filter((one) => one === value).length)),
  )
}

function corrected(observed: number, expected: number): number | null {
  return Math.abs(1 - expected) < 1e-12 ? null : (observed - expected) / (1 - expected)
}

/** How often each value stands in a list. */
export function countOf<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
