import { type Matching, maximumWeightMatching } from './matching.ts'

/** Pairs, and at most one three: places in the table of weights. */
export type Grouping = {
  readonly groups: readonly (readonly number[])[]
  /** Twice its worth would be that of its edges; a three is worth half of its three edges, so that no person counts double. */
  readonly worth: number
  /** Whether it was shown that no grouping is worth more. */
  readonly isProven: boolean
}

type Three = { readonly members: readonly [number, number, number]; readonly lost: number }

/** Threes that are looked at closely, at most; and matchings that are made for them. */
const threesKept = 4_000
const solvesAtMost = (n: number) => Math.min(threesKept, Math.max(25, Math.floor(3e7 / (n * n + 1))))

/**
 * The grouping in pairs, with one three where that places one more person, of the largest worth. `weight` as in
 * `maximumWeightMatching`, with even weights.
 *
 * Exact by bound: the proof of the best matching says for every three how much is lost at least when those three leave it
 * (their own values go, and odd sets that hold two of them shrink). Threes are tried in that order, each with an exact matching
 * of the others, until what is left to lose is more than what was found.
 */
export function bestGrouping(n: number, weight: Int32Array): Grouping {
  const matching = maximumWeightMatching(n, weight)
  const pairs: Grouping = { groups: pairsOf(matching), worth: matching.weight, isProven: true }
  if (!mayPlaceMore(n, weight, matching)) return pairs
  const { threes, isAll } = likelyThrees(n, weight, matching)
  let best = pairs
  let solved = 0
  for (const { members, lost } of threes) {
    const bound = (2 * matching.weight - lost) / 2
    if (bound <= best.worth) return { ...best, isProven: true }
    if (solved >= solvesAtMost(n)) return { ...best, isProven: false }
    solved += 1
    const found = withThree(n, weight, members)
    if (found.worth > best.worth) best = found
  }
  return { ...best, isProven: isAll }
}

/** Whether anybody is left over who has an edge at all: with a three the number of people placed is odd, so it is never the same. */
function mayPlaceMore(n: number, weight: Int32Array, { mates }: Matching): boolean {
  return mates.some(
    (mate, place) => mate < 0 && weight.subarray(place * n, (place + 1) * n).some((one) => one > 0),
  )
}

function pairsOf({ mates }: Matching): number[][] {
  return mates.flatMap((mate, place) => (mate > place ? [[place, mate]] : []))
}

const edge = (n: number, weight: Int32Array, [a, b]: readonly [number, number]) => weight[a * n + b] ?? 0

/** Three together, and the best matching of all others. */
function withThree(n: number, weight: Int32Array, three: readonly [number, number, number]): Grouping {
  const [a, b, c] = three
  const others = Array.from({ length: n }, (_, place) => place).filter((place) => !three.includes(place))
  const rest = new Int32Array(others.length * others.length)
  others.forEach((u, i) => {
    others.forEach((v, j) => {
      rest[i * others.length + j] = edge(n, weight, [u, v])
    })
  })
  const matching = maximumWeightMatching(others.length, rest)
  const own = edge(n, weight, [a, b]) + edge(n, weight, [a, c]) + edge(n, weight, [b, c])
  const groups = pairsOf(matching).map((pair) => pair.map((place) => others[place] ?? -1))
  return { groups: [[...three], ...groups], worth: own / 2 + matching.weight, isProven: true }
}

/** The threes of whom all three may be together, those first that can lose least. */
function likelyThrees(
  n: number,
  weight: Int32Array,
  matching: Matching,
): { threes: Three[]; isAll: boolean } {
  const { within, slack, deepest } = pricesOf(n, weight, matching)
  let found: Three[] = []
  let worst = Number.POSITIVE_INFINITY
  let isAll = true
  const trim = () => {
    found = found.sort((x, y) => x.lost - y.lost).slice(0, threesKept)
    worst = found.at(-1)?.lost ?? worst
    isAll = false
  }
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const ab = slack[a * n + b] ?? Number.POSITIVE_INFINITY
      // No two other sides can make up for this: they have no slack below zero, and no odd set is deeper.
      if (ab - deepest >= 2 * worst || ab === Number.POSITIVE_INFINITY) continue
      for (let c = b + 1; c < n; c++) {
        const sides = ab + (slack[a * n + c] as number) + (slack[b * n + c] as number)
        if (sides - deepest >= 2 * worst || sides === Number.POSITIVE_INFINITY) continue
        const [x, y, z] = [within[a * n + b], within[a * n + c], within[b * n + c]] as [
          number,
          number,
          number,
        ]
        const lost = sides / 2 + Math.max(x, y, z) - (x + y + z) / 2
        if (lost < worst) found.push({ members: [a, b, c], lost })
        if (found.length > 4 * threesKept) trim()
      }
    }
  }
  return { threes: found.sort((x, y) => x.lost - y.lost), isAll }
}

/**
 * What the proof of a matching says of each two: the value of the odd sets around both (`within`), and how far their edge is
 * from paying (`slack`, infinite without an edge). Of a three with all its edges the loss is half of its three slacks, with the
 * odd sets that hold two of them counted once: they are nested, so that is the largest of the three.
 */
function pricesOf(n: number, weight: Int32Array, { proof }: Matching) {
  const within = new Float64Array(n * n)
  for (const { members, value } of proof.oddSets) {
    for (const u of members) for (const v of members) within[u * n + v] = (within[u * n + v] ?? 0) + value
  }
  const slack = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY)
  for (let u = 0; u < n; u++) {
    for (let v = 0; v < n; v++) {
      const own = weight[u * n + v] ?? 0
      if (u === v || own <= 0) continue
      const values = (proof.vertices[u] ?? 0) + (proof.vertices[v] ?? 0)
      slack[u * n + v] = values + (within[u * n + v] ?? 0) - 2 * own
    }
  }
  return { within, slack, deepest: within.reduce((most, value) => Math.max(most, value), 0) }
}
