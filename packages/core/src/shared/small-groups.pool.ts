import type { Tally } from './small-groups.types.ts'

/** People who are counted together. */
export type People = {
  readonly n: number
  readonly tally: Tally
  /** The largest `n` that a reader who knows the rules must think possible, when `n` itself is not shown. */
  readonly most: number
  /** The groups whose own people these are. */
  readonly groups: readonly string[]
}

export type Node = {
  readonly id: string
  readonly own: People | undefined
  readonly children: readonly Node[]
}

export type Placed = {
  readonly id: string
  /** What may be shown of this group, subgroups included; undefined when nothing may. */
  readonly total: People | undefined
  /** The part of `total` that is in no shown subgroup; at least k people. */
  readonly cell: People | undefined
  /** Who is left out of `total` and waits for the group above. */
  readonly rest: People | undefined
  readonly children: readonly Placed[]
}

/**
 * Places everybody as low in the tree as the rules allow: shown subgroups stand alone; the group's own people and all who
 * were left out below form a pool, which joins the total when it may be told and otherwise waits for the group above.
 * Hence a total minus its shown subgroups is 0 or at least k (domain.md §8.5), and every group of k or more without
 * subgroups is shown. In the end either fewer than k people are left out, or a pool as full as `mayBeTold` describes.
 */
export function place(node: Node, k: number): Placed {
  const children = node.children.map((child) => place(child, k))
  const waiting = children.flatMap(({ rest }) => (rest === undefined ? [] : [rest]))
  const parts = node.own === undefined ? waiting : [node.own, ...waiting]
  const pool = parts.length === 0 ? undefined : together(parts)
  const cell = pool !== undefined && mayBeTold(pool, waiting.length, k) ? pool : undefined
  const told = [cell, ...children.map(({ total }) => total)].flatMap((part) => part ?? [])
  return {
    id: node.id,
    total: told.length === 0 ? undefined : together(told),
    cell,
    // Whoever waits may be anything from 0 to k − 1 to a reader, however the pool was made up.
    rest: cell === undefined && pool !== undefined ? { ...pool, most: k - 1 } : undefined,
    children,
  }
}

/**
 * A pool is told from k people on, unless it is as large as it can be: two hidden groups that are 8 together, each known
 * to be under 5, are 4 and 4. Where nobody waits, the pool is one group and its number is what one means to tell.
 */
function mayBeTold(pool: People, waiting: number, k: number): boolean {
  return pool.n >= k && (waiting === 0 || pool.n < pool.most)
}

/** Counts of people who are in one part only, added up. */
export function together(parts: readonly People[]): People {
  const counts = new Map<string, number>()
  for (const { tally } of parts)
    for (const [value, count] of Object.entries(tally))
      if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count)
  return {
    n: parts.reduce((sum, part) => sum + part.n, 0),
    tally: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    most: parts.reduce((sum, part) => sum + part.most, 0),
    groups: parts.flatMap(({ groups }) => groups),
  }
}
