/** A round as it may go, for tests: people answer in waves, the round is told, readers ask for views. */
import fc from 'fast-check'
import { mayPublishAgain, type Snapshot, snapshot } from './small-groups.again.ts'
import { reportGroups } from './small-groups.ts'
import type { Group, OwnAnswers, SmallGroupReport } from './small-groups.types.ts'
import { permitView } from './small-groups.views.ts'

export const ITEMS = ['p', 'q'] as const
export const VALUES = ['no', 'yes'] as const
/** The second division of the same people: years of service, say. */
export const SIDES = ['new', 'old'] as const
export const WAVES = [0, 1, 2] as const

/** People of one group, one side, who answered in one wave: how many, and per item how many gave each value. */
export type Cell = { readonly n: number; readonly items: readonly (readonly number[])[] }
export type ScenarioGroup = {
  /** The group above, an earlier one; -1 for the first. */
  readonly parent: number
  /** Whether people belong to the group itself; to a group without subgroups they always do. */
  readonly direct: boolean
  /** By side, then by wave. */
  readonly cells: readonly (readonly Cell[])[]
}
export type Ask =
  | { readonly deed: 'tell'; readonly wave: number }
  | {
      readonly deed: 'view'
      readonly cut: 'group' | 'side'
      readonly part: number
      readonly filter: number | null
    }
export type Scenario = {
  readonly k: number
  readonly groups: readonly ScenarioGroup[]
  readonly asks: readonly Ask[]
}

/** The protections, so that a test can take one away. */
export type Guards = {
  readonly report: typeof reportGroups
  readonly permit: typeof permitView
  readonly again: typeof mayPublishAgain
}
export const guards: Guards = { report: reportGroups, permit: permitView, again: mayPublishAgain }

/** What a reader saw: the count, and for an item its tally, of these groups and sides up to and including a wave. */
export type Seen = {
  readonly item: number | null
  readonly groups: ReadonlySet<number>
  readonly sides: ReadonlySet<number>
  readonly wave: number
  readonly n: number
}

function answersOf(cells: readonly Cell[]): OwnAnswers {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const tallyOf = (item: number) =>
    VALUES.map((value, at) => [value, sum(cells.map((cell) => cell.items[item]?.[at] ?? 0))] as const)
  return {
    n: sum(cells.map(({ n }) => n)),
    items: Object.fromEntries(ITEMS.map((item, at) => [item, Object.fromEntries(tallyOf(at))])),
  }
}

function cellsOf(group: ScenarioGroup, sides: ReadonlySet<number>, wave: number): Cell[] {
  return group.cells.flatMap((waves, side) => (sides.has(side) ? waves.slice(0, wave + 1) : []))
}

const allSides: ReadonlySet<number> = new Set(SIDES.keys())

/** The groups as they had answered up to and including a wave. */
export function treeAt({ groups }: Scenario, wave: number, sides = allSides): Group {
  const build = (at: number): Group => {
    const group = groups[at]
    const subgroups = groups.flatMap(({ parent }, other) => (parent === at ? [build(other)] : []))
    if (group?.direct !== true) return { id: String(at), subgroups }
    return { id: String(at), own: answersOf(cellsOf(group, sides, wave)), subgroups }
  }
  return build(0)
}

function sidesAt({ groups }: Scenario, wave: number): Group {
  const members = groups.filter(({ direct }) => direct)
  const subgroups = [...allSides].map((side): Group => {
    const own = answersOf(members.flatMap((group) => cellsOf(group, new Set([side]), wave)))
    return { id: String(side), own, subgroups: [] }
  })
  return { id: 'all', subgroups }
}

/** Lets the round go its way under the protections given; returns what was seen and how often it was told. */
export function play(scenario: Scenario, under: Guards): { seen: Seen[]; told: number[] } {
  const seen: Seen[] = []
  const told: number[] = []
  let last: Snapshot | undefined
  for (const ask of scenario.asks) {
    const wave = told.at(-1)
    if (ask.deed === 'tell') {
      if (wave !== undefined && ask.wave <= wave) continue
      const next = snapshot(under.report({ root: treeAt(scenario, ask.wave), items: ITEMS, k: scenario.k }))
      if (last !== undefined && !under.again(last, next).allowed) continue
      last = next
      told.push(ask.wave)
    } else if (wave !== undefined) {
      const filters = ask.filter === null ? [] : [String(ask.filter)]
      if (!under.permit({ cut: 'group', closed: true }, { cut: ask.cut, filters }).allowed) continue
      seen.push(...look(scenario, { ask, wave, report: under.report }))
    }
  }
  return { seen, told }
}

type Look = { ask: Extract<Ask, { deed: 'view' }>; wave: number; report: Guards['report'] }

function look(scenario: Scenario, { ask, wave, report }: Look): Seen[] {
  const { k, groups } = scenario
  const bySide = ask.cut === 'side'
  const sides = ask.filter === null || bySide ? allSides : new Set([ask.filter % SIDES.length])
  const root = bySide ? sidesAt(scenario, wave) : treeAt(scenario, wave, sides)
  const made = report({ root, items: ITEMS, k })
  const part = made.groups[ask.part % made.groups.length]
  if (part === undefined) return []
  const everybody = new Set(groups.keys())
  return resultsOf(part).map(({ item, n, leftOut }) => {
    const ids = within(made, part.group).filter((id) => !leftOut.includes(id))
    if (bySide)
      return {
        item,
        n,
        wave,
        groups: everybody,
        sides: new Set(ids.filter((id) => id !== 'all').map(Number)),
      }
    return { item, n, wave, groups: new Set(ids.map(Number)), sides }
  })
}

function resultsOf({ answered, items }: SmallGroupReport['groups'][number]) {
  const results = [answered, ...items.map(({ result }) => result)]
  return results.flatMap((result, at) => {
    if (result.status === 'hidden') return []
    return [{ item: at === 0 ? null : at - 1, n: result.n, leftOut: result.leftOut }]
  })
}

/** A group and all below it, read from the report as any reader can. */
export function within({ groups }: SmallGroupReport, id: string): string[] {
  return [
    id,
    ...groups.filter(({ parent }) => parent === id).flatMap(({ group }) => within({ k: 0, groups }, group)),
  ]
}

const people = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 2, arbitrary: fc.integer({ min: 3, max: 12 }) },
)
const later = fc.oneof(
  { weight: 8, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 9 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }) },
)

/** How an item went: everybody answered it (half of the time), some skipped it, or nobody answered it. */
const answering = fc.record({ skipped: fc.constantFrom(0, 0, 0, 0, 1, 2, 99), yes: fc.nat({ max: 12 }) })

const cellOf = (size: fc.Arbitrary<number>) =>
  fc.tuple(size, answering, answering).map(([n, ...items]): Cell => {
    const counts = items.map(({ skipped, yes }) => {
      const answered = Math.max(0, n - skipped)
      return [answered - (yes % (answered + 1)), yes % (answered + 1)]
    })
    return { n, items: counts }
  })

const side = fc.tuple(cellOf(people), cellOf(later), cellOf(later))
const group: fc.Arbitrary<ScenarioGroup> = fc.record({
  parent: fc.nat({ max: 6 }),
  direct: fc.boolean(),
  cells: fc.tuple(side, side),
})
const ask: fc.Arbitrary<Ask> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ deed: fc.constant('tell' as const), wave: fc.constantFrom(...WAVES) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      deed: fc.constant('view' as const),
      cut: fc.constantFrom('group' as const, 'group' as const, 'side' as const),
      part: fc.nat({ max: 6 }),
      filter: fc.constantFrom(null, null, 0, 1),
    }),
  },
)

const deepest = 4

/** Makes a tree of the numbers that fell: each group goes under an earlier one that is not at the deepest level. */
function asTree(fallen: readonly ScenarioGroup[]): ScenarioGroup[] {
  const depths = [1]
  const parents = fallen.map(({ parent }, at) => {
    if (at === 0) return -1
    const open = [...depths.keys()].filter((group) => (depths[group] ?? deepest) < deepest)
    const chosen = open[parent % open.length] ?? 0
    depths.push((depths[chosen] ?? 0) + 1)
    return chosen
  })
  return fallen.map((one, at) => ({
    ...one,
    parent: parents[at] ?? -1,
    direct: one.direct || !parents.includes(at),
  }))
}

/** Random trees of 1 to 7 groups, at most 4 levels, with people of two sides who answer in three waves, and what is asked. */
export const scenarios: fc.Arbitrary<Scenario> = fc.record({
  k: fc.constantFrom(5, 5, 5, 6, 8, 10),
  groups: fc.array(group, { minLength: 1, maxLength: 7, size: 'max' }).map(asTree),
  asks: fc
    .array(ask, { minLength: 4, maxLength: 40, size: 'max' })
    .map((asks) => [{ deed: 'tell', wave: 0 }, ...asks]),
})
