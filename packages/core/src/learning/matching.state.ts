/** Two vertices that an edge joins, from the first to the second. */
export type Joined = readonly [from: number, to: number]

export const none = -1
export const unreached = -1
export const even = 0
export const odd = 1

/**
 * Where the search stands (matching.ts tells what it searches). A *node* is a vertex (0 … n − 1) or a blossom (n and up): an
 * odd circle of nodes that counts as one. Nodes that lie in no blossom are *outer*. Edges are always between two vertices.
 */
export type State = {
  readonly n: number
  /** Weights, `n` by `n`; 0 where there is no edge. */
  readonly weight: Int32Array
  /** Twice the dual value of a vertex; of a blossom the value of its odd set. Doubled, so that all stays whole. */
  readonly dual: Float64Array
  /** The blossom directly around a node, and the outer node around a vertex. */
  readonly around: Int32Array
  readonly outer: Int32Array
  readonly isThere: Uint8Array
  /** The matched edge of a node: its own end inside, and the vertex at the other side (`none`: unmatched). */
  readonly own: Int32Array
  readonly mate: Int32Array
  /** Of an outer node in this stage: not reached, at an even or at an odd distance from an unmatched one. */
  readonly label: Int8Array
  /** The edge along which an odd outer node was reached: from an even node, to a vertex of its own. */
  readonly treeFrom: Int32Array
  readonly treeTo: Int32Array
  /** The edge with least slack that comes to an outer node from an even vertex. */
  readonly nearFrom: Int32Array
  readonly nearTo: Int32Array
  /** For a blossom and a vertex outside: the vertex within, whose edge has least slack; row by blossom. */
  readonly nearest: Int32Array
  /** Around each blossom: its nodes, the unmatched (or outward matched) one first, and the edge from each to the next. */
  readonly ring: number[][]
  readonly ringEdges: Joined[][]
  readonly mark: Int32Array
  readonly queue: number[]
  readonly unusedBlossoms: number[]
  marks: number
}

/** A graph in which nothing is matched yet. All duals begin at the largest weight, which no edge exceeds. */
export function startState(n: number, weight: Int32Array): State {
  const blossoms = Math.floor(n / 2) + 1
  const nodes = n + blossoms
  const filled = (value: number) => new Int32Array(nodes).fill(value)
  const largest = weight.reduce((most, value) => Math.max(most, value), 0)
  return {
    ...{ n, weight, dual: new Float64Array(nodes).fill(largest, 0, n) },
    around: filled(none),
    outer: Int32Array.from({ length: n }, (_, vertex) => vertex),
    isThere: new Uint8Array(nodes).fill(1, 0, n),
    ...{ own: filled(none), mate: filled(none) },
    label: new Int8Array(nodes).fill(unreached),
    ...{ treeFrom: filled(none), treeTo: filled(none), nearFrom: filled(none), nearTo: filled(none) },
    nearest: new Int32Array(blossoms * n).fill(none),
    ring: Array.from({ length: blossoms }, () => []),
    ringEdges: Array.from({ length: blossoms }, () => []),
    mark: filled(0),
    queue: [],
    unusedBlossoms: Array.from({ length: blossoms }, (_, at) => nodes - 1 - at),
    marks: 0,
  }
}

/** An element that must be there: what the search itself put in its lists. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const value = list[index]
  if (value === undefined) throw new Error(`Nothing at ${index} of ${list.length}`)
  return value
}

/** Whether an outer node is no longer inside another, and is there at all. */
export const isOuter = (s: State, node: number): boolean => s.isThere[node] === 1 && s.around[node] === none

export const outerOf = (s: State, vertex: number): number => s.outer[vertex] as number

/** How far an edge between two outer nodes is from being tight, doubled; never negative. Infinite without an edge. */
export function slack(s: State, u: number, v: number): number {
  const weight = s.weight[u * s.n + v] as number
  if (weight <= 0) return Number.POSITIVE_INFINITY
  return (s.dual[u] as number) + (s.dual[v] as number) - 2 * weight
}

/** The vertices inside a node. */
export function verticesOf(s: State, node: number): number[] {
  return node < s.n ? [node] : at(s.ring, node - s.n).flatMap((part) => verticesOf(s, part))
}

/** The vertex of a node from which the edge to a vertex outside has least slack; `none` without edges. */
export function nearestIn(s: State, node: number, vertex: number): number {
  if (node >= s.n) return s.nearest[(node - s.n) * s.n + vertex] as number
  return (s.weight[node * s.n + vertex] as number) > 0 ? node : none
}

/** Keeps an edge to an outer node when none with less slack is known. */
export function offerNear(s: State, u: number, v: number): void {
  const node = outerOf(s, v)
  const known = s.nearFrom[node] as number
  if (known !== none && slack(s, known, s.nearTo[node] as number) <= slack(s, u, v)) return
  s.nearFrom[node] = u
  s.nearTo[node] = v
}

/** Looks anew which edge from an even vertex comes nearest to a node. */
export function findNear(s: State, node: number): void {
  s.nearFrom[node] = none
  for (let u = 0; u < s.n; u++) {
    const other = outerOf(s, u)
    if (other === node || s.label[other] !== even) continue
    const v = nearestIn(s, node, u)
    if (v !== none) offerNear(s, u, v)
  }
}
