/** Chances by value of a statistic that is a whole number. */
type Chances = Map<number, number>

/**
 * The exact distribution of S = (pairs where the second group is higher) − (pairs where it is lower), over all ways to take
 * `size` of the values as the first group; with `trend`, of S minus Kendall's S of the first group, over all orders of all
 * values. Chances add up to 1.
 *
 * Values are dealt out from low to high, one group of equal values at a time. Of a value that occurs g times, t go to the
 * first group: C(g, t) ways. Those t form with the a values dealt before C(a + t, t) equally likely patterns in time, whose
 * inversions are counted by the Gaussian binomial coefficient.
 */
export function pairDistribution(
  values: readonly number[],
  size: number,
  { trend }: { trend: boolean },
): Chances {
  // By the number of values dealt to the first group so far.
  let dealt = new Map<number, Chances>([[0, new Map([[0, 1]])]])
  let seen = 0
  for (const ties of tieSizes(values)) {
    const next = new Map<number, Chances>()
    for (const [a, chances] of dealt) {
      const b = seen - a
      for (let t = Math.max(0, size - a - (values.length - seen - ties)); t <= ties && a + t <= size; t++) {
        // Drawn without putting back: the chance that t of these ties are among the places that are left.
        const share = drawn({ ties, taken: t, places: size - a, left: values.length - seen })
        const pairs = (ties - t) * a - t * b
        const steps = trend ? trendSteps(a, t) : new Map([[0, 1]])
        spread(chances, into(next, a + t), { share, pairs, steps })
      }
    }
    dealt = next
    seen += ties
  }
  return dealt.get(size) ?? new Map()
}

function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>()
  for (const value of values.toSorted((a, b) => a - b)) sizes.set(value, (sizes.get(value) ?? 0) + 1)
  return [...sizes.values()]
}

function into(next: Map<number, Chances>, taken: number): Chances {
  const known = next.get(taken) ?? new Map<number, number>()
  next.set(taken, known)
  return known
}

type Move = { share: number; pairs: number; steps: Chances }

function spread(from: Chances, to: Chances, { share, pairs, steps }: Move): void {
  for (const [value, chance] of from) {
    for (const [step, part] of steps) {
      const reached = value + pairs + step
      to.set(reached, (to.get(reached) ?? 0) + chance * share * part)
    }
  }
}

type Draw = { ties: number; taken: number; places: number; left: number }

/** Hypergeometric: `places` are drawn from `left` values, of which `ties` are equal; the chance that `taken` of them come along. */
function drawn({ ties, taken, places, left }: Draw): number {
  return (choose(ties, taken) * choose(left - ties, places - taken)) / choose(left, places)
}

function choose(n: number, k: number): number {
  let ways = 1
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i
  return ways
}

/** What t new highest values among a lower ones take off: the chances of −S = 2·inversions − a·t. */
function trendSteps(a: number, t: number): Chances {
  const counts = gaussianBinomial(a, t)
  const all = counts.reduce((sum, count) => sum + count, 0)
  return new Map(counts.map((count, inversions) => [2 * inversions - a * t, count / all]))
}

/** Coefficients of the Gaussian binomial [a + t over t]: how many patterns of a and t have so many inversions. */
function gaussianBinomial(a: number, t: number): number[] {
  let counts = [1]
  for (let i = 1; i <= t; i++) counts = dividedBy(times(counts, a + i), i).slice(0, a * i + 1)
  return counts
}

// (1 − q^k), times and divided by: coefficients stay whole numbers.
function times(counts: readonly number[], k: number): number[] {
  return Array.from({ length: counts.length + k }, (_, i) => (counts[i] ?? 0) - (counts[i - k] ?? 0))
}

function dividedBy(counts: readonly number[], k: number): number[] {
  const result: number[] = []
  for (const [i, count] of counts.entries()) result.push(count + (result[i - k] ?? 0))
  return result
}
