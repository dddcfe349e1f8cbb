/** Answers by item id. */
type Values = Readonly<Record<string, number | undefined>>

/** From so many points of a scale of ten on, a difference is marked (domain.md §2.6). */
const markedShare = 0.2
const rounding = 1e-9

export type MutualDifference = {
  item: string
  /** What one answered and what the other answered; null when left empty. */
  one: number | null
  other: number | null
  /** one − other; null when one of them is missing. */
  difference: number | null
  marked: boolean
}

/** The difference from which an item is marked: 2 on a scale of 0–10, in proportion on other scales. */
export function markedFrom(scale: { min: number; max: number }): number {
  return (scale.max - scale.min) * markedShare
}

/**
 * The two pictures item by item, in the order given. A difference of at least `atLeast` is marked, whichever way it goes;
 * nothing here says who is right.
 */
export function mutualDifferences(
  items: readonly string[],
  { one, other }: { one: Values; other: Values },
  atLeast: number,
): MutualDifference[] {
  return items.map((item) => {
    const [a, b] = [one[item] ?? null, other[item] ?? null]
    // Tenths are not exact in binary: 7.9 and 5.9 differ by 2.
    const difference = a === null || b === null ? null : Math.round((a - b) * 1e9) / 1e9
    const marked = difference !== null && Math.abs(difference) >= atLeast - rounding
    return { item, one: a, other: b, difference, marked }
  })
}

/** The marked item with the largest difference (the first of equals), or null when none is marked. */
export function largestDifference(
  differences: readonly MutualDifference[],
): (MutualDifference & { one: number; other: number; difference: number }) | null {
  let largest: (MutualDifference & { one: number; other: number; difference: number }) | null = null
  for (const { item, one, other, difference, marked } of differences) {
    if (!marked || one === null || other === null || difference === null) continue
    if (largest === null || Math.abs(difference) > Math.abs(largest.difference) + rounding)
      largest = { item, one, other, difference, marked }
  }
  return largest
}
