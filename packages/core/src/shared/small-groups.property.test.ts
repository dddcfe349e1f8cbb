import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Attacker } from './small-groups.attacker.factory.ts'
import { leaksIn } from './small-groups.leaks.factory.ts'
import {
  type Guards,
  guards,
  ITEMS,
  play,
  type Scenario,
  type Seen,
  scenarios,
  treeAt,
  within,
} from './small-groups.scenario.factory.ts'
import { reportGroups } from './small-groups.ts'
import type { Group, SmallGroupInput, SmallGroupReport, Tally } from './small-groups.types.ts'

it('the attacker adds and subtracts', () => {
  // a + b, b + c and b: so a, c and a + c are known; d is not, nor anything with d.
  const attacker = new Attacker(4, [
    [1, 1, 0, 0],
    [0, 1, 1, 0],
    [0, 3, 0, 0],
  ])
  const rows: [number[], boolean][] = [
    [[1, 0, 0, 0], true],
    [[0, 0, 1, 0], true],
    [[1, 0, 1, 0], true],
    [[2, -1, 0, 0], true],
    [[0, 0, 0, 1], false],
    [[1, 0, 0, 1], false],
  ]
  for (const [sum, known] of rows) expect(attacker.knows(sum), String(sum)).toBe(known)
})

describe('random trees, random answers in waves, random views', () => {
  it('nobody can compute a number about fewer than k people (10,000 rounds)', () => {
    let grew = 0
    let views = 0
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { seen } = play(scenario, guards)
        if (seen.some((one) => seen.some((other) => isLaterMore(one, other)))) grew += 1
        views += seen.length
        expect(leaksIn(scenario, seen)).toEqual([])
      }),
      { numRuns: 10_000 },
    )
    // The proof is empty when nearly nothing is shown.
    expect(grew).toBeGreaterThan(100)
    expect(views).toBeGreaterThan(50_000)
  })

  const withoutOne: [string, Partial<Guards>][] = [
    ['groups are only hidden when they are small themselves', { report: thresholdOnly }],
    ['any division and filter may be asked for', { permit: () => ({ allowed: true }) }],
    ['a round may be told again at any time', { again: () => ({ allowed: true }) }],
  ]
  it.each(withoutOne)('there is a leak when %s', (_, without) => {
    const leaky = fc.sample(scenarios, { numRuns: 300, seed: 3 }).filter((scenario) => {
      return leaksIn(scenario, play(scenario, { ...guards, ...without }).seen).length > 0
    })
    expect(leaky.length).toBeGreaterThan(10)
  })
})

describe('what is shown', () => {
  const input = (scenario: Scenario): SmallGroupInput => ({
    root: treeAt(scenario, 0),
    items: ITEMS,
    k: scenario.k,
  })

  it('is the true number over exactly the people it says', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const report = reportGroups(input(scenario))
        for (const { group, answered, items } of report.groups) {
          const over = (leftOut: readonly string[]) => ownOf(scenario, within(report, group), leftOut)
          if (answered.status === 'shown')
            expect(answered.n).toBe(over(answered.leftOut).reduce((sum, own) => sum + own.n, 0))
          for (const { item, result } of items)
            if (result.status === 'shown') {
              const tallies = over(result.leftOut).map((own) => own.items[item] ?? {})
              expect(result.tally).toEqual(added(tallies))
              expect(result.n).toBe(Object.values(result.tally).reduce((sum, count) => sum + count, 0))
            }
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('is every group of k or more without subgroups, and each total less its shown subgroups is 0 or at least k', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const report = reportGroups(input(scenario))
        const n = (id: string) => report.groups.find(({ group }) => group === id)?.answered
        for (const { group, answered } of report.groups) {
          const below = report.groups.filter(({ parent }) => parent === group)
          const own = ownOf(scenario, [group], []).reduce((sum, one) => sum + one.n, 0)
          if (below.length === 0) expect(answered.status === 'shown').toBe(own >= scenario.k)
          if (answered.status === 'hidden') continue
          const shownBelow = below.flatMap((one) => (one.answered.status === 'shown' ? [one.answered.n] : []))
          const rest = shownBelow.reduce((left, count) => left - count, answered.n)
          expect(rest === 0 || rest >= scenario.k).toBe(true)
        }
        expect(n('0')).toBeDefined()
      }),
      { numRuns: 1_000 },
    )
  })
})

/** Whether a reader saw the same people told again, with more of them. */
function isLaterMore(one: Seen, other: Seen): boolean {
  return (
    other.item === one.item &&
    other.wave > one.wave &&
    other.n > one.n &&
    [...other.groups].join() === [...one.groups].join()
  )
}

/** The naive rule: a group is shown when it has k people itself, and so is an item. */
function thresholdOnly({ root, items, k }: SmallGroupInput): SmallGroupReport {
  const everybody = (group: Group): Group[] => [group, ...group.subgroups.flatMap(everybody)]
  const visit = (group: Group, parent: string | null): SmallGroupReport['groups'] => {
    const owns = everybody(group).flatMap(({ own }) => own ?? [])
    const n = owns.reduce((sum, own) => sum + own.n, 0)
    const hidden = { status: 'hidden', reason: 'too-few' } as const
    const results = items.map((item) => {
      const tally = added(owns.map((own) => own.items[item] ?? {}))
      const answered = Object.values(tally).reduce((sum, count) => sum + count, 0)
      const shown = { status: 'shown', n: answered, leftOut: [], tally } as const
      return { item, result: answered >= k ? shown : hidden }
    })
    const answered = n >= k ? ({ status: 'shown', n, leftOut: [] } as const) : hidden
    const below = group.subgroups.flatMap((subgroup) => visit(subgroup, group.id))
    return [{ group: group.id, parent, answered, items: results }, ...below]
  }
  return { k, groups: visit(root, null) }
}

function ownOf(scenario: Scenario, groups: readonly string[], leftOut: readonly string[]) {
  const all = (group: Group): Group[] => [group, ...group.subgroups.flatMap(all)]
  return all(treeAt(scenario, 0)).flatMap(({ id, own }) =>
    groups.includes(id) && !leftOut.includes(id) ? (own ?? []) : [],
  )
}

function added(tallies: readonly Tally[]): Tally {
  const counts: Record<string, number> = {}
  for (const tally of tallies)
    for (const [value, count] of Object.entries(tally))
      if (count > 0) counts[value] = (counts[value] ?? 0) + count
  return counts
}
