import type { Matching } from './matching.ts'

/** A graph from a list of weights: those of vertex 1 with 0, of 2 with 0 and 1, and so on. */
export function graphOf(n: number, weights: readonly number[]): Int32Array {
  const weight = new Int32Array(n * n)
  let next = 0
  for (let u = 0; u < n; u++) {
    for (let v = 0; v < u; v++) {
      const value = weights[next++] ?? 0
      weight[u * n + v] = value
      weight[v * n + u] = value
    }
  }
  return weight
}

/**
 * What is wrong with a matching or with the proof of it: nothing when it is one and no other weighs more. By the definition
 * alone, without a piece of the method, so it judges graphs of any size.
 */
export function unfounded(
  n: number,
  weight: Int32Array,
  { mates, weight: total, proof }: Matching,
): string[] {
  const problems: string[] = []
  const cover = new Float64Array(n * n)
  let bound = 0
  for (const { members, value } of proof.oddSets) {
    if (members.length % 2 === 0 || value < 0) problems.push('a set that is not odd')
    bound += (value * (members.length - 1)) / 2
    for (const u of members) for (const v of members) cover[u * n + v] = (cover[u * n + v] ?? 0) + value
  }
  let matched = 0
  for (let u = 0; u < n; u++) {
    const own = proof.vertices[u] ?? Number.NaN
    if (!(own >= 0)) problems.push(`a value of ${own}`)
    bound += own
    const mate = mates[u] ?? -1
    if (mate >= 0 && (mates[mate] !== u || (weight[u * n + mate] ?? 0) <= 0))
      problems.push(`${u} is with ${mate}`)
    if (mate > u) matched += weight[u * n + mate] ?? 0
    for (let v = 0; v < u; v++) {
      const edge = weight[u * n + v] ?? 0
      const covered = own + (proof.vertices[v] ?? 0) + (cover[u * n + v] ?? 0)
      if (edge > 0 && covered < 2 * edge) problems.push(`${u}–${v} is not covered`)
    }
  }
  if (matched !== total) problems.push(`${matched} is not ${total}`)
  if (bound !== 2 * total) problems.push(`a bound of ${bound / 2}, reached ${total}`)
  return problems
}
