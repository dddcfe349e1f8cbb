/** How many people chose an answer near the low end, in the middle, near the high end. */
export type Bands = { readonly low: number; readonly middle: number; readonly high: number }

/**
 * Thirds of the scale, by place: of 0 to 10 they are 0–3, 4–6 and 7–10. No norm: they only turn marks into words. Counts
 * add up to those of the tally.
 */
export function bandsOf(
  tally: readonly { readonly value: number; readonly count: number }[],
  scale: { readonly min: number; readonly max: number },
): Bands {
  const sumOf = (isIn: (place: number) => boolean) =>
    tally.reduce((sum, { value, count }) => {
      const place = (value - scale.min) / (scale.max - scale.min)
      return isIn(place) ? sum + count : sum
    }, 0)
  return {
    low: sumOf((place) => place < 1 / 3),
    middle: sumOf((place) => place >= 1 / 3 && place <= 2 / 3),
    high: sumOf((place) => place > 2 / 3),
  }
}
