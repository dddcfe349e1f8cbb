import {
  at,
  even,
  findNear,
  type Joined,
  nearestIn,
  none,
  odd,
  outerOf,
  type State,
  slack,
  unreached,
  verticesOf,
} from './matching.state.ts'

/** Matches a node along an edge from a vertex of its own; inside a blossom the matching turns around with it. */
export function matchNode(s: State, node: number, [own, mate]: Joined): void {
  s.own[node] = own
  s.mate[node] = mate
  if (node < s.n) return
  const part = partWith(s, node, own)
  turnTo(s, node, part)
  matchNode(s, part, [own, mate])
}

/** Turns a blossom so that `part` is the one that is matched outward: the others match each other around the ring. */
function turnTo(s: State, blossom: number, part: number): void {
  const way = evenWay(s, blossom, part)
  for (let i = 0; i < way; i += 2) {
    const [from, to] = at(at(s.ringEdges, blossom - s.n), i)
    matchNode(s, at(at(s.ring, blossom - s.n), i), [from, to])
    matchNode(s, at(at(s.ring, blossom - s.n), i + 1), [to, from])
  }
  for (const list of [at(s.ring, blossom - s.n), at(s.ringEdges, blossom - s.n)] as unknown[][]) {
    list.push(...list.splice(0, way))
  }
}

/** Where a part stands in the ring, counted from the first in the direction in which that is an even number of steps. */
function evenWay(s: State, blossom: number, part: number): number {
  const ring = at(s.ring, blossom - s.n)
  const place = ring.indexOf(part)
  if (place % 2 === 0) return place
  // Of an odd ring the other way around is even.
  s.ring[blossom - s.n] = [at(ring, 0), ...ring.slice(1).reverse()]
  s.ringEdges[blossom - s.n] = at(s.ringEdges, blossom - s.n)
    .map(([from, to]): Joined => [to, from])
    .reverse()
  return ring.length - place
}

function partWith(s: State, blossom: number, vertex: number): number {
  let node = vertex
  while (s.around[node] !== blossom) node = s.around[node] as number
  return node
}

/** From an even node up to, not including, `top`: the nodes, and the edge from each to the next one. */
function climb(s: State, from: number, top: number): { nodes: number[]; edges: Joined[] } {
  const nodes: number[] = []
  const edges: Joined[] = []
  for (let node = from; node !== top; ) {
    const mate = s.mate[node] as number
    const over = outerOf(s, mate)
    nodes.push(node, over)
    edges.push([s.own[node] as number, mate], [s.treeTo[over] as number, s.treeFrom[over] as number])
    node = outerOf(s, s.treeFrom[over] as number)
  }
  return { nodes, edges }
}

/** Makes one even node of the odd ring that a tight edge closes between two even nodes below `top`. */
export function shrink(s: State, top: number, [u, v]: Joined): void {
  const left = climb(s, outerOf(s, u), top)
  const right = climb(s, outerOf(s, v), top)
  const ring = [top, ...left.nodes.toReversed(), ...right.nodes]
  const edges = [...left.edges.map(([a, b]): Joined => [b, a]).reverse(), [u, v] as const, ...right.edges]
  const blossom = s.unusedBlossoms.pop()
  if (blossom === undefined) throw new Error('More blossoms than there can be')
  s.ring[blossom - s.n] = ring
  s.ringEdges[blossom - s.n] = edges
  s.isThere[blossom] = 1
  s.around[blossom] = none
  s.dual[blossom] = 0
  s.own[blossom] = s.own[top] as number
  s.mate[blossom] = s.mate[top] as number
  for (const part of ring) {
    s.around[part] = blossom
    if (s.label[part] === odd) s.queue.push(...verticesOf(s, part))
  }
  s.label[blossom] = even
  for (const vertex of verticesOf(s, blossom)) s.outer[vertex] = blossom
  findNearest(s, blossom, ring)
  findNear(s, blossom)
}

/** As long as a blossom is there the duals of its vertices move together, so which of them is nearest stays true. */
function findNearest(s: State, blossom: number, ring: readonly number[]): void {
  const row = (blossom - s.n) * s.n
  for (let vertex = 0; vertex < s.n; vertex++) {
    let best = none
    let least = Number.POSITIVE_INFINITY
    if (outerOf(s, vertex) !== blossom) {
      for (const part of ring) {
        const inside = nearestIn(s, part, vertex)
        const distance = inside === none ? Number.POSITIVE_INFINITY : slack(s, inside, vertex)
        if (distance >= least) continue
        best = inside
        least = distance
      }
    }
    s.nearest[row + vertex] = best
  }
}

/** Opens an odd blossom whose value came to nothing: the even way through it stays in the tree, the rest leaves it. */
export function expand(s: State, blossom: number): void {
  const entry = partWith(s, blossom, s.treeTo[blossom] as number)
  const way = evenWay(s, blossom, entry)
  const ring = at(s.ring, blossom - s.n)
  const edges = at(s.ringEdges, blossom - s.n)
  for (const part of ring) {
    s.around[part] = none
    s.label[part] = unreached
    for (const vertex of verticesOf(s, part)) s.outer[vertex] = part
  }
  for (let i = 0; i <= way; i += 2) {
    const part = at(ring, i)
    const [to, from] = i === way ? [s.treeTo[blossom], s.treeFrom[blossom]] : at(edges, i)
    s.label[part] = odd
    s.treeFrom[part] = from as number
    s.treeTo[part] = to as number
    if (i < way) s.label[at(ring, i + 1)] = even
  }
  for (const part of ring) {
    findNear(s, part)
    if (s.label[part] === even) s.queue.push(...verticesOf(s, part))
  }
  s.isThere[blossom] = 0
  s.unusedBlossoms.push(blossom)
}
