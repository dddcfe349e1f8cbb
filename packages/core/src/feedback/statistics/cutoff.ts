/** How a score is compared with its limit. Sources differ (SRS: "below 36" and "at or below 36"), so it is data. */
export type CutoffOperator = '<' | '<=' | '>' | '>='

/** A limit with its origin: no norm is ever a number in the code (domain.md §2.2). */
export type Cutoff = {
  value: number
  operator: CutoffOperator
  population: string
  source: string
  country: string
}

// Tenths are not exact in binary: a sum of 36 in tenths must not lie below 36.
const rounding = 1e-9

/** Whether a score lies on the side of the limit that asks for attention. Differences under 1e-9 are none. */
export function meets(score: number, { value, operator }: Pick<Cutoff, 'value' | 'operator'>): boolean {
  switch (operator) {
    case '<':
      return score < value - rounding
    case '<=':
      return score <= value + rounding
    case '>':
      return score > value + rounding
    case '>=':
      return score >= value - rounding
  }
}
