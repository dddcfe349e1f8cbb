import type { Group, OwnAnswers, SmallGroupInput } from './small-groups.types.ts'

/** Smallest number of people a result may be about: 5 as Effectory and Dialog have it, up to 10 by choice (domain.md §8.5). */
export const groupThreshold = { least: 5, usual: 5, most: 10 } as const

/** Whether `k` may be chosen: a whole number from 5 to 10. */
export function isGroupThreshold(k: number): boolean {
  return Number.isInteger(k) && k >= groupThreshold.least && k <= groupThreshold.most
}

/** The input as it came, or a RangeError: a count that cannot be would undo the protection silently. */
export function checkedInput(input: SmallGroupInput): SmallGroupInput {
  const { root, items, k } = input
  if (!isGroupThreshold(k))
    throw new RangeError(`k is ${k}; it must be ${groupThreshold.least} to ${groupThreshold.most}`)
  if (new Set(items).size !== items.length) throw new RangeError('an item is named twice')
  checkGroup(root, { items: new Set(items), seen: new Set() })
  return input
}

function checkGroup(group: Group, known: { items: ReadonlySet<string>; seen: Set<string> }): void {
  if (known.seen.has(group.id)) throw new RangeError(`group ${group.id} is named twice`)
  known.seen.add(group.id)
  if (group.own !== undefined) checkOwn(group.id, group.own, known.items)
  for (const subgroup of group.subgroups) checkGroup(subgroup, known)
}

function checkOwn(group: string, { n, items }: OwnAnswers, known: ReadonlySet<string>): void {
  if (!isCount(n)) throw new RangeError(`group ${group} counts ${n} people`)
  for (const [item, tally] of Object.entries(items)) {
    if (!known.has(item))
      throw new RangeError(`group ${group} answers ${item}, which is no item of the round`)
    const counts = Object.values(tally)
    if (!counts.every(isCount)) throw new RangeError(`group ${group} has a count of ${item} that cannot be`)
    const answered = counts.reduce((sum, count) => sum + count, 0)
    if (answered > n) throw new RangeError(`group ${group} has ${answered} answers to ${item} of ${n} people`)
  }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
