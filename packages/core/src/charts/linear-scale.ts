/** From a number in the data to a place in user units. */
export type LinearScale = (value: number) => number

type Span = readonly [from: number, to: number]

/**
 * Maps `domain` evenly on `range`: its ends land exactly on the ends of the range, and what lies outside it goes on along
 * the same line. The range may run downwards, as heights in a picture do. Throws a RangeError when the domain is not
 * from a lower to a higher number.
 */
export function linearScale([low, high]: Span, [from, to]: Span): LinearScale {
  if (!(low < high)) throw new RangeError(`A scale needs low < high, not ${low} and ${high}`)
  const length = high - low
  // Weighing both ends, not from + share * (to - from): only so is the last end met exactly.
  return (value) => {
    const share = (value - low) / length
    return from * (1 - share) + to * share
  }
}

/** As `linearScale`, but what lies outside the domain is drawn on its nearest end. */
export function clampedScale(domain: Span, range: Span): LinearScale {
  const [low, high] = domain
  const place = linearScale(domain, range)
  return (value) => place(Math.min(Math.max(value, low), high))
}
