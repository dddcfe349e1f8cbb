/** Looks, for tests, whether a reader can compute a number about fewer than k people from what was seen. */
import { Attacker, type Equation } from './small-groups.attacker.factory.ts'
import { ITEMS, type Scenario, type Seen, SIDES, VALUES, WAVES } from './small-groups.scenario.factory.ts'

/** The unknowns of one item (or of "answered" when null): a count per group, side, wave and value. */
type Block = { scenario: Scenario; item: number | null; values: number }

const at = (block: Block, place: { group: number; side: number; wave: number; value: number }) =>
  ((place.group * SIDES.length + place.side) * WAVES.length + place.wave) * block.values + place.value

/** A set of people by where they are: some groups, some sides, some consecutive waves. */
type Where = { groups: ReadonlySet<number>; sides: ReadonlySet<number>; from: number; to: number }

function sumOver(block: Block, where: Where, values: readonly number[]): Equation {
  const { groups } = block.scenario
  const equation = new Array<number>(groups.length * SIDES.length * WAVES.length * block.values).fill(0)
  for (const group of where.groups) {
    if (groups[group]?.direct !== true) continue
    for (const side of where.sides)
      for (let wave = where.from; wave <= where.to; wave += 1)
        for (const value of values) equation[at(block, { group, side, wave, value })] = 1
  }
  return equation
}

const valuesOf = (block: Block) => Array.from({ length: block.values }, (_, value) => value)
/** What is told about a set: how many, and how many per value. */
const asked = (block: Block) => [
  valuesOf(block),
  ...(block.item === null ? [] : valuesOf(block).map((value) => [value])),
]

/** The true number of people in a group, a side and some waves who answered the item. */
function sizeOf({ scenario, item }: Block, group: number, where: Omit<Where, 'groups'>): number {
  if (scenario.groups[group]?.direct !== true) return 0
  const cells = [...where.sides].flatMap(
    (side) => scenario.groups[group]?.cells[side]?.slice(where.from, where.to + 1) ?? [],
  )
  const counted = (cell: (typeof cells)[number]) =>
    item === null ? cell.n : (cell.items[item] ?? []).reduce((sum, count) => sum + count, 0)
  return cells.reduce((sum, cell) => sum + counted(cell), 0)
}

/** Every number about 1 to k − 1 people that the seen numbers determine; at most one per item, in words. */
export function leaksIn(scenario: Scenario, seen: readonly Seen[]): string[] {
  return [null, ...ITEMS.keys()].flatMap((item) => {
    const block = { scenario, item, values: item === null ? 1 : VALUES.length }
    const equations = seen
      .filter((one) => one.item === item)
      .flatMap((one) =>
        asked(block).map((values) => sumOver(block, { ...one, from: 0, to: one.wave }, values)),
      )
    const attacker = new Attacker(
      sumOver(block, { groups: new Set(), sides: new Set(), from: 0, to: 0 }, []).length,
      equations,
    )
    const found = equations.length === 0 ? undefined : firstLeak(block, attacker)
    return found === undefined ? [] : [`${item === null ? 'answered' : ITEMS[item]}: ${found}`]
  })
}

const sideSets = [[0, 1], [0], [1]].map((sides) => new Set(sides))
const waveRanges = WAVES.flatMap((from) => WAVES.filter((to) => to >= from).map((to) => ({ from, to })))

function firstLeak(block: Block, attacker: Attacker): string | undefined {
  for (const sides of sideSets)
    for (const range of waveRanges)
      for (const values of asked(block)) {
        const groups = leakingGroups({ block, attacker, where: { sides, ...range }, values })
        if (groups !== undefined)
          return `groups ${groups}, sides ${[...sides]}, waves ${range.from}-${range.to}, values ${values}`
      }
  return undefined
}

type Search = { block: Block; attacker: Attacker; where: Omit<Where, 'groups'>; values: readonly number[] }

/** The first set of groups, out of all sets, with 1 to k − 1 people of which the number is known. */
function leakingGroups({ block, attacker, where, values }: Search): number[] | undefined {
  const { groups, k } = block.scenario
  const sizes = groups.map((_, group) => sizeOf(block, group, where))
  // What one invisible change does to each group: a set whose changes do not cancel is certainly not known.
  const changes = groups.map((_, group) =>
    sumOver(block, { ...where, groups: new Set([group]) }, values).reduce(
      (sum, coefficient, unknown) => sum + coefficient * (attacker.unseen[unknown] ?? 0),
      0,
    ),
  )
  const size = [0]
  const change = [0]
  for (let set = 1; set < 2 ** groups.length; set += 1) {
    const lowest = 31 - Math.clz32(set & -set)
    const others = set & (set - 1)
    size[set] = (size[others] ?? 0) + (sizes[lowest] ?? 0)
    change[set] = (change[others] ?? 0) + (changes[lowest] ?? 0)
    if (change[set] !== 0 || (size[set] ?? 0) < 1 || (size[set] ?? 0) >= k) continue
    const chosen = [...groups.keys()].filter((group) => (set & (1 << group)) !== 0)
    if (attacker.knows(sumOver(block, { ...where, groups: new Set(chosen) }, values))) return chosen
  }
  return undefined
}
