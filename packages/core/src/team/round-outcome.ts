import { reportGroups } from '../shared/small-groups.ts'
import type { Group, GroupReport, OwnAnswers, Tally } from '../shared/small-groups.types.ts'
import { hasEnough } from './round.ts'
import type { RoundFacts } from './round-facts.ts'
import { viewsOf } from './round-views.ts'
import type { GroupOutcome, RoundGroup, RoundOutcome } from './team.contract.ts'
import { asksForShadow } from './team-instrument.ts'

/**
 * The one way from what is stored to what anybody sees of it. Depends on the counts alone: neither the order in which
 * people answered nor that in which rows are read changes a letter. Throws a RangeError when counts cannot be.
 */
export function roundOutcome(read: RoundFacts): RoundOutcome {
  // A row moves when it is changed: unsorted, the last in the list would be the group that answered last.
  const facts = { ...read, groups: read.groups.toSorted(byName) }
  const { title, closedAt, k, form, minShare, instrument } = facts
  const own = instrument.about === 'others' ? [] : instrument.items
  const report = reportGroups({ root: rootOf(facts), items: own.map(({ id }) => id), k })
  const enough = hasEnough(facts.groups.filter(isLowest), facts)
  // Under the promised share nothing is told of anything: which groups would have been large enough neither.
  const groups = report.groups.map((one) =>
    tooLowUnless(enough || minShare === null, groupOutcome(one, facts)),
  )
  return {
    ...{ title, closedAt, k, form, minShare, enough },
    instrument: {
      id: instrument.id,
      version: instrument.version,
      name: instrument.name,
      caution: instrument.caution,
      scale: instrument.scale,
      items: instrument.items.map((item) => ({ ...item, shadow: asksForShadow(item) })),
      open: instrument.open.question,
    },
    groups,
    views: viewsOf(facts, groups),
    words: wordsOf(facts, groups[0]),
  }
}

const isLowest = ({ id }: RoundGroup, _: number, all: readonly RoundGroup[]) =>
  all.every(({ parent }) => parent !== id)

function tooLowUnless(isEnough: boolean, group: GroupOutcome): GroupOutcome {
  if (isEnough) return group
  const hidden = { status: 'hidden', reason: 'too-low' } as const
  return { ...group, answered: hidden, items: group.items.map(({ item }) => ({ item, result: hidden })) }
}

const byName = (a: RoundGroup, b: RoundGroup) =>
  a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1

function rootOf({ groups, tallies }: RoundFacts): Group {
  const root = groups.find(({ parent }) => parent === null)
  if (root === undefined) throw new RangeError('A round without everybody together')
  const asGroup = ({ id, answered }: (typeof groups)[number]): Group => {
    const below = groups.filter((group) => group.parent === id)
    if (below.length > 0) return { id, subgroups: below.map(asGroup) }
    return {
      id,
      own: ownOf(
        answered,
        tallies.filter(({ group }) => group === id),
      ),
      subgroups: [],
    }
  }
  return asGroup(root)
}

function ownOf(n: number, tallies: RoundFacts['tallies']): OwnAnswers {
  const items: Record<string, Record<string, number>> = {}
  for (const { item, value, n: count } of tallies) {
    const tally = items[item] ?? {}
    tally[String(value)] = count
    items[item] = tally
  }
  return { n, items }
}

function groupOutcome(report: GroupReport, { groups }: RoundFacts): GroupOutcome {
  const group = groups.find(({ id }) => id === report.group)
  if (group === undefined) throw new RangeError(`Group ${report.group} was not planned`)
  const { id, parent, about, name } = group
  const peopleOf = ({ n, leftOut }: { n: number; leftOut: readonly string[] }) => ({
    n,
    leftOut: groups.flatMap((one) => (leftOut.includes(one.id) ? [one.id] : [])),
  })
  const { answered } = report
  return {
    ...{ id, parent, about, name, invited: invitedIn(id, groups) },
    answered: answered.status === 'hidden' ? { ...answered } : { status: 'shown', ...peopleOf(answered) },
    items: report.items.map(({ item, result }) => ({
      item,
      result:
        result.status === 'hidden'
          ? { ...result }
          : { status: 'shown', ...peopleOf(result), tally: inOrder(result.tally) },
    })),
  }
}

/** How many were invited in a group, its parts included. */
export function invitedIn(id: string, groups: readonly RoundGroup[]): number {
  const own = groups.find((group) => group.id === id)?.invited ?? 0
  return groups.reduce((sum, group) => (group.parent === id ? sum + invitedIn(group.id, groups) : sum), own)
}

function inOrder(tally: Tally): { value: number; count: number }[] {
  return Object.entries(tally)
    .map(([value, count]) => ({ value: Number(value), count }))
    .toSorted((a, b) => a.value - b.value)
}

/**
 * Words are told for everybody together, never per group: who knows how someone writes would find her in seven people.
 * Only of people who are counted in the total, and only when at least k of them let their words through.
 */
function wordsOf(facts: RoundFacts, whole: GroupOutcome | undefined): RoundOutcome['words'] {
  if (!facts.takesWords) return { status: 'hidden', reason: 'not-asked' }
  if (whole?.answered.status !== 'shown')
    return { status: 'hidden', reason: whole?.answered.reason === 'too-low' ? 'too-low' : 'too-few' }
  const leftOut: readonly string[] = whole.answered.leftOut
  const texts = facts.words.flatMap(({ group, texts }) => (leftOut.includes(group) ? [] : texts))
  if (texts.length < facts.k) return { status: 'hidden', reason: 'too-few' }
  return { status: 'shown', texts: texts.toSorted() }
}
