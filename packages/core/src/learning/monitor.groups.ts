import { groupThreshold } from '../shared/small-groups.input.ts'
import { reportGroups } from '../shared/small-groups.ts'
import { answerScales } from './moment-form.ts'
import { consented, furthestAnswers, respondentsAt } from './monitor.answers.ts'
import type { MonitorInput } from './monitor.input.ts'
import type { Monitor } from './monitor.shape.ts'

/**
 * Whether people applied what they learnt, by what they do, at the last moment that looked back. Nothing is told of fewer than five
 * (core/shared/small-groups). The count over everybody stands in the monitor as well, so a group is hidden too where the others
 * together with it would leave fewer than five: that is the second cell. Null where it is not known who does what.
 */
export function byFunctionOf(input: MonitorInput): Monitor['byFunction'] {
  const reviews = input.moments.filter(({ kind }) => kind === 'review')
  const moment = reviews.findLast(({ key }) => respondentsAt(input, key).length > 0)?.key
  if (moment === undefined || input.learners.every((one) => one.function === '')) return null
  const groups = groupsAt(input, moment)
  const k = groupThreshold.usual
  const shown = withoutRest(groups, shownAmong(groups, k), k)
  return {
    ...{ moment, k },
    groups: groups.map(({ name, n, tally }) => ({
      name,
      applied: !shown.has(name)
        ? null
        : {
            n: consented(n),
            answers: answerScales.three.map((answer) => ({ answer, count: consented(tally[answer] ?? 0) })),
          },
    })),
  }
}

type Group = { name: string; n: number; tally: Record<string, number> }

function groupsAt(input: MonitorInput, moment: string): Group[] {
  const people = new Set(respondentsAt(input, moment))
  const said = furthestAnswers(input, { moment, item: 'applied', scale: answerScales.three })
  const groups = new Map<string, Group>()
  for (const { number, function: name } of input.learners) {
    const group = groups.get(name) ?? { name, n: 0, tally: {} }
    groups.set(name, group)
    const place = said.get(number)
    if (place === undefined || !people.has(number)) continue
    const answer = answerScales.three[place] ?? 'nee'
    group.tally[answer] = (group.tally[answer] ?? 0) + 1
    group.n += 1
  }
  return [...groups.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function shownAmong(groups: readonly Group[], k: number): Set<string> {
  const subgroups = groups.map(({ name, n, tally }) => ({
    ...{ id: `:${name}`, own: { n, items: { applied: tally } }, subgroups: [] },
  }))
  const report = reportGroups({ root: { id: 'all', subgroups }, items: ['applied'], k })
  return new Set(
    report.groups
      .filter(({ parent, items }) => parent !== null && items[0]?.result.status === 'shown')
      .map(({ group }) => group.slice(1)),
  )
}

/** Hides the smallest group more, until what the hidden ones have together is nothing or no fewer than `k`. */
function withoutRest(groups: readonly Group[], shown: Set<string>, k: number): ReadonlySet<string> {
  const smallestFirst = groups.filter(({ name }) => shown.has(name)).toSorted((a, b) => a.n - b.n)
  let rest = groups.reduce((sum, { name, n }) => (shown.has(name) ? sum : sum + n), 0)
  for (const { name, n } of smallestFirst) {
    if (rest === 0 || rest >= k) break
    shown.delete(name)
    rest += n
  }
  return shown
}
