/** A reader who adds and subtracts, for tests: knows every shown number and over which people it counts. */

/** Coefficients over unknown counts, by position. Whole numbers. */
export type Equation = readonly number[]

/**
 * What follows from equations by exact linear algebra. `knows(sum)` tells whether that sum of unknowns has one value
 * only. Works with whole numbers; throws when they grow beyond what a number holds exactly.
 */
export class Attacker {
  readonly #rows: { pivot: number; row: number[] }[] = []
  /** One way in which the unknowns can differ while every shown number stays the same. */
  readonly unseen: readonly number[]

  constructor(unknowns: number, equations: readonly Equation[]) {
    for (const equation of equations) this.#learn(equation)
    this.unseen = this.#invisibleChange(unknowns)
  }

  /** Whether the shown numbers leave one value only. A sum that `unseen` alters is not known; any other is worked out. */
  knows(sum: Equation): boolean {
    const altered = sum.reduce((total, coefficient, at) => total + coefficient * (this.unseen[at] ?? 0), 0)
    return altered === 0 && this.#reduced(sum).every((coefficient) => coefficient === 0)
  }

  #learn(equation: Equation): void {
    const row = this.#reduced(equation)
    const pivot = row.findIndex((coefficient) => coefficient !== 0)
    if (pivot === -1) return
    for (const known of this.#rows) known.row = cleared(known.row, { pivot, row })
    this.#rows.push({ pivot, row })
  }

  #reduced(equation: Equation): number[] {
    return this.#rows.reduce((row, known) => cleared(row, known), [...equation])
  }

  /** A change of the unknowns that no shown number notices: free unknowns at will, the others to match. */
  #invisibleChange(unknowns: number): number[] {
    const factor = this.#rows.reduce(
      (product, { pivot, row }) => exact(product * Math.abs(row[pivot] ?? 1)),
      1,
    )
    const bound = new Set(this.#rows.map(({ pivot }) => pivot))
    // Numbers without a pattern, so that a sum of several is hardly ever 0 by accident; `knows` then looks again.
    const change = Array.from({ length: unknowns }, (_, at) =>
      bound.has(at) ? 0 : factor * (1 + ((at * 7919 + 104_729) % 9973)),
    )
    for (const { pivot, row } of this.#rows) {
      const free = row.reduce(
        (sum, coefficient, at) => (at === pivot ? sum : sum + coefficient * (change[at] ?? 0)),
        0,
      )
      change[pivot] = -exact(free) / (row[pivot] ?? 1)
    }
    return change
  }
}

function cleared(row: number[], by: { pivot: number; row: readonly number[] }): number[] {
  const mine = row[by.pivot] ?? 0
  if (mine === 0) return row
  const theirs = by.row[by.pivot] ?? 0
  const next = row.map((coefficient, at) => exact(coefficient * theirs - mine * (by.row[at] ?? 0)))
  const divisor = next.reduce(greatestCommonDivisor, 0)
  return divisor > 1 ? next.map((coefficient) => coefficient / divisor) : next
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b)
}

function exact(value: number): number {
  if (!Number.isSafeInteger(value)) throw new Error('the attacker ran out of exact numbers')
  return value
}
