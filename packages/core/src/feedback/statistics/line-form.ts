import { type Cutoff, meets } from './cutoff.ts'

/**
 * A form of the SRS/ORS family: some lines of ten centimetres and their total (domain.md §2.2). Only the mechanics: the
 * wording belongs to whoever holds the licence.
 */
export type LineForm = {
  items: readonly string[]
  range: { min: number; max: number }
  cutoff: Cutoff
  /** The limit of one item. */
  itemCutoff: Cutoff
  /** A fall since the time before of at least so many points of the total. */
  dropAtLeast: number
  /** So many totals in a row at or above `from` ask for criticism. */
  ceiling: { from: number; run: number }
}

export type LineScore = {
  /** The sum of the items in tenths, or null when one is empty: these forms have no rule for a missing line. */
  total: number | null
  /** Whether the total meets the cut-off; null without a total. */
  meetsCutoff: boolean | null
  /** Items that meet the limit of one item, in the order of the form. */
  itemsBelow: string[]
  missing: string[]
}

/**
 * The place of a mark on a line, measured from its left end, on the form's scale with one decimal (halves rounded up).
 * Throws when the mark lies off the line.
 */
export function lineValue(
  mark: { distance: number; length: number },
  { min, max }: LineForm['range'],
): number {
  const share = mark.distance / mark.length
  if (!(share >= 0 && share <= 1)) throw new Error('A mark lies off its line')
  return tenths(min + share * (max - min))
}

/** Total, cut-off and low items of one response. The total is exact in tenths. */
export function lineScore(values: Readonly<Record<string, number | undefined>>, form: LineForm): LineScore {
  const { items, cutoff, itemCutoff } = form
  const missing = items.filter((item) => values[item] === undefined)
  const total = missing.length > 0 ? null : tenths(items.reduce((sum, item) => sum + (values[item] ?? 0), 0))
  const itemsBelow = items.filter((item) => {
    const value = values[item]
    return value !== undefined && meets(value, itemCutoff)
  })
  return { total, meetsCutoff: total === null ? null : meets(total, cutoff), itemsBelow, missing }
}

export type TotalFinding = { rule: 'cutoff' | 'drop' | 'ceiling'; index: number; by: number }

/**
 * What a row of totals shows, oldest first (null: no total): `cutoff` (`by`: the total), `drop` against the total before it
 * (`by`: how much it fell), `ceiling` (`by`: the length of the row so far). Indexes count from 0.
 */
export function totalFindings(
  totals: readonly (number | null)[],
  form: Pick<LineForm, 'cutoff' | 'dropAtLeast' | 'ceiling'>,
): TotalFinding[] {
  const found: TotalFinding[] = []
  let previous: number | null = null
  let full = 0
  for (const [index, total] of totals.entries()) {
    full = total !== null && meets(total, { value: form.ceiling.from, operator: '>=' }) ? full + 1 : 0
    if (total === null) continue
    if (meets(total, form.cutoff)) found.push({ rule: 'cutoff', index, by: total })
    const fall: number = previous === null ? 0 : tenths(previous - total)
    if (previous !== null && meets(fall, { value: form.dropAtLeast, operator: '>=' }))
      found.push({ rule: 'drop', index, by: fall })
    if (full >= form.ceiling.run) found.push({ rule: 'ceiling', index, by: full })
    previous = total
  }
  return found
}

// Halves of a tenth go up, whatever binary numbers leave behind.
function tenths(value: number): number {
  return Math.round(value * 10 + 1e-9) / 10
}
