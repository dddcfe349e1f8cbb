import { allowed, type Decision, refused } from './decision.ts'
import type { GroupReport, ShownTally, SmallGroupReport, Tally } from './small-groups.types.ts'

/** One number that readers can work out from a report: a total without its shown subgroups. `item` is null for "answered". */
export type SnapshotCell = {
  readonly group: string
  readonly item: string | null
  readonly n: number
  readonly tally: Tally
  readonly leftOut: readonly string[]
}

/** What was told of a round, kept to judge whether it may be told again. Plain data, fit for JSON. */
export type Snapshot = { readonly k: number; readonly cells: readonly SnapshotCell[] }

/** Keeps of a report what `mayPublishAgain` needs; nothing that the report did not show. */
export function snapshot(report: SmallGroupReport): Snapshot {
  const items = report.groups[0]?.items.map(({ item }) => item) ?? []
  const cells = [null, ...items].flatMap((item) =>
    report.groups.flatMap((group) => cellOf(report.groups, { group, item }) ?? []),
  )
  return { k: report.k, cells }
}

/**
 * `other-threshold`, `other-shape`: another k, or other groups or items shown, or over other groups.
 * `answers-changed`: an answer went away or became another one. `too-few-new`: fewer than k people are new somewhere.
 */
export type AgainRefusal = 'other-threshold' | 'other-shape' | 'answers-changed' | 'too-few-new'

/**
 * Decides whether a round that was told once may be told again. A round is told once, after closing; this is the guard
 * behind that rule. Allowed when nothing changed, or when everywhere — per group and per item, subgroups subtracted —
 * nobody or at least k people were added: what came in between is then itself a group of k or more. `previous` must be
 * the latest snapshot of this round that was shown. Asks of the caller that answers of a round are only ever added.
 *
 * Another round is another set of answers and needs no permission: subtracting totals of two rounds gives nobody's
 * answer, because who stayed answered anew.
 */
export function mayPublishAgain(previous: Snapshot, next: Snapshot): Decision<AgainRefusal> {
  if (previous.k !== next.k) return refused('other-threshold')
  const before = new Map(previous.cells.map((cell) => [placeOf(cell), cell]))
  if (before.size !== next.cells.length || !next.cells.every((cell) => before.has(placeOf(cell))))
    return refused('other-shape')
  const changes = next.cells.map((cell) => changeOf(before.get(placeOf(cell)), cell))
  if (changes.some((change) => change === undefined)) return refused('answers-changed')
  const enough = changes.every((added) => added === 0 || (added !== undefined && added >= next.k))
  return enough ? allowed : refused('too-few-new')
}

function placeOf({ group, item, leftOut }: SnapshotCell): string {
  return JSON.stringify([group, item, [...leftOut].sort()])
}

/** How many people were added to a cell; undefined when that cannot be all that happened. */
function changeOf(before: SnapshotCell | undefined, after: SnapshotCell): number | undefined {
  if (before === undefined) return undefined
  const added = minus(after, [before])
  // Whoever answered an item is in one count of it, so when no count went down nothing but answers came in.
  const onlyMore = added.n >= 0 && Object.values(added.tally).every((count) => count >= 0)
  return onlyMore ? added.n : undefined
}

function cellOf(
  groups: readonly GroupReport[],
  { group, item }: { group: GroupReport; item: string | null },
): SnapshotCell | undefined {
  const total = shownIn(group, item)
  if (total === undefined) return undefined
  const below = groups.flatMap((other) => (other.parent === group.group ? (shownIn(other, item) ?? []) : []))
  return { group: group.group, item, leftOut: total.leftOut, ...minus(total, below) }
}

function shownIn(group: GroupReport, item: string | null): ShownTally | undefined {
  if (item === null) return group.answered.status === 'shown' ? { ...group.answered, tally: {} } : undefined
  const result = group.items.find((one) => one.item === item)?.result
  return result?.status === 'shown' ? result : undefined
}

type Counted = { readonly n: number; readonly tally: Tally }

function minus(total: Counted, parts: readonly Counted[]): Counted {
  const counts = new Map(Object.entries(total.tally))
  for (const { tally } of parts)
    for (const [value, count] of Object.entries(tally)) counts.set(value, (counts.get(value) ?? 0) - count)
  return {
    n: parts.reduce((left, part) => left - part.n, total.n),
    tally: Object.fromEntries([...counts].filter(([, count]) => count !== 0)),
  }
}
