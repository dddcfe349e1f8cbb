/**
 * What may be shown about groups when nobody may be recognised (product.md promises 3 and 4; domain.md §8.5).
 *
 * Promised: from everything this shows of one round, nobody can compute a count over fewer than `k` people — not by
 * subtracting groups, parents or items, and not by knowing these rules. It does not hide that a whole group answered
 * alike, nor what people know about each other already; with ten people or fewer, say so and ask for consent instead.
 *
 * Why it holds: people who are not shown in a group of their own wait in a pool of the group above, until a pool is
 * large enough. Every shown total is a sum of such pools, and no pool is smaller than `k`. An item starts from the same
 * pools and follows the same rule with the number that answered it, so items never split what the groups kept together.
 */
import { checkedInput } from './small-groups.input.ts'
import { type Node, type People, type Placed, place, together } from './small-groups.pool.ts'
import type {
  Group,
  GroupReport,
  Hidden,
  OwnAnswers,
  SmallGroupInput,
  SmallGroupReport,
} from './small-groups.types.ts'

/**
 * Decides for every group and every item whether it is shown, over whom, or why not. The same input gives the same
 * report. Throws a RangeError when `k` is not a whole number from 5 to 10, when a group or item is named twice, or when
 * counts cannot be (negative, broken, more answers to an item than people).
 */
export function reportGroups(input: SmallGroupInput): SmallGroupReport {
  const { root, items, k } = checkedInput(input)
  const answered = place(asNode(root), k)
  const own = ownById(root)
  const perItem = items.map((item) => ({ item, placed: place(itemNode(answered, item, own), k) }))
  return { k, groups: reportsOf({ answered, perItem, parent: null }) }
}

function asNode(group: Group): Node {
  const { id, own } = group
  const children = group.subgroups.map(asNode)
  if (own === undefined) return { id, own: undefined, children }
  // How many could have answered is not told, so readers know no upper limit; of an empty group they may know it is empty.
  const most = own.n === 0 ? 0 : Number.POSITIVE_INFINITY
  return { id, own: { n: own.n, tally: {}, most, groups: [id] }, children }
}

/** The groups again, now for one item: what the groups kept together comes as one, what they left out does not come. */
function itemNode(placed: Placed, item: string, own: ReadonlyMap<string, OwnAnswers>): Node {
  const { id, cell } = placed
  const children = placed.children.map((child) => itemNode(child, item, own))
  if (cell === undefined) return { id, own: undefined, children }
  const parts = cell.groups.map((group): People => {
    const tally = own.get(group)?.items[item] ?? {}
    return { n: Object.values(tally).reduce((sum, count) => sum + count, 0), tally, most: 0, groups: [group] }
  })
  return { id, own: { ...together(parts), most: cell.n }, children }
}

type ToReport = {
  answered: Placed
  perItem: readonly { item: string; placed: Placed }[]
  parent: string | null
}

function reportsOf({ answered, perItem, parent }: ToReport): GroupReport[] {
  const { id, total, rest, children } = answered
  const hidden: Hidden = { status: 'hidden', reason: children.length === 0 ? 'too-few' : 'protects-groups' }
  const left = rest?.groups ?? []
  const report: GroupReport = {
    group: id,
    parent,
    answered: total === undefined ? hidden : { status: 'shown', n: total.n, leftOut: left },
    items: perItem.map(({ item, placed }) => {
      if (total === undefined) return { item, result: { status: 'hidden', reason: 'group-hidden' } }
      if (placed.total === undefined) return { item, result: hidden }
      const { n, tally } = placed.total
      const leftOut = [...left, ...(placed.rest?.groups ?? [])]
      return { item, result: { status: 'shown', n, leftOut, tally } }
    }),
  }
  const below = children.flatMap((child, index) =>
    reportsOf({ answered: child, perItem: perItem.flatMap(childAt(index)), parent: id }),
  )
  return [report, ...below]
}

const childAt =
  (index: number) =>
  ({ item, placed }: { item: string; placed: Placed }) => {
    const child = placed.children[index]
    return child === undefined ? [] : [{ item, placed: child }]
  }

function ownById(root: Group): Map<string, OwnAnswers> {
  const found = new Map<string, OwnAnswers>()
  const visit = (group: Group): void => {
    if (group.own !== undefined) found.set(group.id, group.own)
    group.subgroups.forEach(visit)
  }
  visit(root)
  return found
}
