/** Below this many people a share is told in counts: a percentage would seem more than it is (product.md promise 4). */
export const fewForPercentages = 10

export type Share =
  | { readonly form: 'counts'; readonly count: number; readonly of: number }
  | { readonly form: 'percentage'; readonly percent: number; readonly of: number }

/**
 * A share as it may be told: "3 of 5" below 10 people, from 10 on a whole percentage (0 to 100, halves up). Throws a
 * RangeError unless both are whole numbers with 0 ≤ count ≤ of.
 */
export function share(count: number, of: number): Share {
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(of) || count < 0 || count > of)
    throw new RangeError(`${count} of ${of} is no share`)
  if (of < fewForPercentages) return { form: 'counts', count, of }
  return { form: 'percentage', percent: Math.round((100 * count) / of), of }
}
