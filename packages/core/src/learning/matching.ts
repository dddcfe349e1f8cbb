import { expand, matchNode, shrink } from './matching.blossom.ts'
import {
  even,
  isOuter,
  type Joined,
  none,
  odd,
  offerNear,
  outerOf,
  type State,
  slack,
  startState,
  unreached,
  verticesOf,
} from './matching.state.ts'

/**
 * Why no matching weighs more: values such that for each edge (u, v) the two of its ends, with those of all odd sets that hold
 * both, are at least twice its weight. Whoever adds them up has an upper bound, and it is reached.
 */
export type MatchingProof = {
  /** Twice the dual value of each vertex; never negative, 0 where nobody is matched. */
  readonly vertices: readonly number[]
  /** Odd sets of vertices with their value; of such a set at most (size − 1) / 2 edges can be in a matching. */
  readonly oddSets: readonly { readonly members: readonly number[]; readonly value: number }[]
}

export type Matching = {
  /** By vertex the one it is matched with, -1 without. */
  readonly mates: readonly number[]
  readonly weight: number
  readonly proof: MatchingProof
}

/**
 * A matching of the largest total weight in any graph, exactly, with the proof that there is no better. `weight` is a
 * symmetrical `n` by `n` table of whole numbers up to 2^29; 0 or less where there is no edge.
 *
 * The blossom method of Edmonds ("Maximum matching and a polyhedron with 0,1-vertices", 1965) as a primal-dual search in
 * stages, each of at most n² steps, as in Galil ("Efficient algorithms for finding maximum matching in graphs", ACM Computing
 * Surveys 18, 1986): together at most in the order of n³ steps. Our own code.
 */
export function maximumWeightMatching(n: number, weight: Int32Array): Matching {
  const s = startState(n, weight)
  matchTight(s)
  while (improve(s)) {
    // Each stage adds one edge.
  }
  const mates = Array.from(s.mate.subarray(0, n))
  const total = mates.reduce(
    (sum, mate, vertex) => sum + (mate > vertex ? edgeWeight(s, vertex, mate) : 0),
    0,
  )
  return { mates, weight: total, proof: proofOf(s) }
}

const edgeWeight = (s: State, u: number, v: number) => s.weight[u * s.n + v] as number

/** A beginning that saves stages: edges of the largest weight, which are tight from the start. */
function matchTight(s: State): void {
  for (let u = 0; u < s.n; u++) {
    for (let v = u + 1; v < s.n && s.mate[u] === none; v++) {
      if (s.mate[v] !== none || slack(s, u, v) !== 0) continue
      matchNode(s, u, [u, v])
      matchNode(s, v, [v, u])
    }
  }
}

/** One stage: one more edge in the matching, or false when there is nothing to win. */
function improve(s: State): boolean {
  startStage(s)
  if (s.queue.length === 0) return false
  for (;;) {
    if (growTrees(s)) return true
    if (!moveDuals(s)) return false
    if (useTightened(s)) return true
    for (let node = s.n; node < s.label.length; node++) {
      if (isOuter(s, node) && s.label[node] === odd && s.dual[node] === 0) expand(s, node)
    }
  }
}

function startStage(s: State): void {
  s.label.fill(unreached)
  s.nearFrom.fill(none)
  s.queue.length = 0
  for (let node = 0; node < s.label.length; node++) {
    if (!isOuter(s, node) || s.mate[node] !== none) continue
    s.label[node] = even
    s.queue.push(...verticesOf(s, node))
  }
}

/** Follows tight edges from all even vertices that were not looked at; true when the matching grew. */
function growTrees(s: State): boolean {
  for (let u = s.queue.pop(); u !== undefined; u = s.queue.pop()) {
    for (let v = 0; v < s.n; v++) {
      if (outerOf(s, u) === outerOf(s, v)) continue
      const distance = slack(s, u, v)
      if (distance === Number.POSITIVE_INFINITY) continue
      if (distance > 0) offerNear(s, u, v)
      else if (takeEdge(s, [u, v])) return true
    }
  }
  return false
}

function useTightened(s: State): boolean {
  for (let node = 0; node < s.label.length; node++) {
    const from = s.nearFrom[node] as number
    if (!isOuter(s, node) || from === none || outerOf(s, from) === node) continue
    const to = s.nearTo[node] as number
    if (slack(s, from, to) === 0 && takeEdge(s, [from, to])) return true
  }
  return false
}

/** A tight edge from an even node: to a new one, around a ring, or to another tree, where it makes the matching grow. */
function takeEdge(s: State, edge: Joined): boolean {
  const [u, v] = edge
  const there = outerOf(s, v)
  if (s.label[there] === unreached) {
    s.label[there] = odd
    s.treeFrom[there] = u
    s.treeTo[there] = v
    const next = outerOf(s, s.mate[there] as number)
    s.label[next] = even
    s.nearFrom[next] = none
    s.queue.push(...verticesOf(s, next))
  } else if (s.label[there] === even) {
    const top = commonTop(s, outerOf(s, u), there)
    if (top === none) {
      augment(s, [u, v])
      augment(s, [v, u])
      return true
    }
    shrink(s, top, edge)
  }
  return false
}

/** The first even node above both, or `none` when they are in different trees. Climbs in turns. */
function commonTop(s: State, first: number, second: number): number {
  s.marks += 1
  let [node, other] = [first, second]
  while (node !== none || other !== none) {
    if (node !== none) {
      if (s.mark[node] === s.marks) return node
      s.mark[node] = s.marks
      node = evenAbove(s, node)
    }
    ;[node, other] = [other, node]
  }
  return none
}

function evenAbove(s: State, node: number): number {
  const mate = s.mate[node] as number
  return mate === none ? none : outerOf(s, s.treeFrom[outerOf(s, mate)] as number)
}

/** Turns over the way from an even node to its root: what was matched is not, and the other way around. */
function augment(s: State, [from, to]: Joined): void {
  let edge: Joined = [from, to]
  for (;;) {
    const node = outerOf(s, edge[0])
    const before = s.mate[node] as number
    matchNode(s, node, edge)
    if (before === none) return
    const over = outerOf(s, before)
    edge = [s.treeFrom[over] as number, s.treeTo[over] as number]
    matchNode(s, over, [edge[1], edge[0]])
  }
}

/** Moves the duals as far as keeps all edges covered; false when an unmatched vertex came to 0: then nothing is to be won. */
function moveDuals(s: State): boolean {
  const { step, last } = largestStep(s)
  for (let u = 0; u < s.n; u++) {
    const label = s.label[outerOf(s, u)]
    if (label === even) s.dual[u] = (s.dual[u] as number) - step
    else if (label === odd) s.dual[u] = (s.dual[u] as number) + step
  }
  for (let node = s.n; node < s.label.length; node++) {
    if (!isOuter(s, node)) continue
    if (s.label[node] === even) s.dual[node] = (s.dual[node] as number) + 2 * step
    else if (s.label[node] === odd) s.dual[node] = (s.dual[node] as number) - 2 * step
  }
  return !last
}

function largestStep(s: State): { step: number; last: boolean } {
  let toZero = Number.POSITIVE_INFINITY
  let step = Number.POSITIVE_INFINITY
  for (let u = 0; u < s.n; u++) {
    if (s.label[outerOf(s, u)] === even) toZero = Math.min(toZero, s.dual[u] as number)
  }
  for (let node = 0; node < s.label.length; node++) {
    if (!isOuter(s, node)) continue
    const label = s.label[node]
    if (label === odd) {
      if (node >= s.n) step = Math.min(step, (s.dual[node] as number) / 2)
      continue
    }
    const from = s.nearFrom[node] as number
    if (from === none) continue
    const distance = slack(s, from, s.nearTo[node] as number)
    step = Math.min(step, label === even ? distance / 2 : distance)
  }
  return toZero <= step ? { step: toZero, last: true } : { step, last: false }
}

function proofOf(s: State): MatchingProof {
  const oddSets: { members: number[]; value: number }[] = []
  for (let node = s.n; node < s.label.length; node++) {
    const value = s.dual[node] as number
    if (s.isThere[node] === 1 && value > 0) oddSets.push({ members: verticesOf(s, node), value })
  }
  return { vertices: Array.from(s.dual.subarray(0, s.n)), oddSets }
}
