import type { Group, GroupReport, OwnAnswers, SmallGroupReport, Tally } from './small-groups.types.ts'

/** A group for tests: `own` people who all answered every item with "yes", unless the tallies are given. */
export function buildGroup(
  id: string,
  own: number | OwnAnswers | undefined,
  subgroups: readonly Group[] = [],
): Group {
  if (own === undefined) return { id, subgroups }
  return { id, own: typeof own === 'number' ? buildAnswers(own) : own, subgroups }
}

/** Answers for tests to the one item "q". */
export function buildAnswers(n: number, tally: Tally = { yes: n }): OwnAnswers {
  return { n, items: { q: tally } }
}

/** The report of one group; throws when there is none, so that a test cannot pass on nothing. */
export function reportOf(report: SmallGroupReport, id: string): GroupReport {
  const found = report.groups.find(({ group }) => group === id)
  if (found === undefined) throw new Error(`no report of ${id}`)
  return found
}
