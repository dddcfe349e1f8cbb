import { reportGroups } from '../shared/small-groups.ts'
import type { Group, OwnAnswers } from '../shared/small-groups.types.ts'
import type { CircleOutcome } from './circle-check.contract.ts'
import { type CircleMarks, fewestAnswers, mayShowNumbers } from './circle-check.ts'
import type { AnswerCount } from './spread.ts'

/** One answer as it counts: from which side, which marks, which words she let through. Never whose. */
export type CountedAnswer = { readonly side: string; readonly marks: CircleMarks; readonly words: string }

export type OutcomeFacts = {
  /** How many people were asked and still were there when it opened, or had answered. */
  readonly asked: number
  readonly minShare: number
  /** How many answers there were at the opening. */
  readonly openedWith: number
  readonly items: readonly string[]
  readonly sides: readonly { readonly id: string; readonly name: string }[]
  readonly answers: readonly CountedAnswer[]
}

/**
 * The one way from answers to what anybody sees of them. Everybody together is told from five answers and the needed share on, and
 * an item from five marks on. A side is told only where `reportGroups` shows the whole with every answer in it, so that no side of
 * fewer than five can be found by subtraction. Depends on the set of answers alone: their order changes nothing.
 */
export function circleOutcome(facts: OutcomeFacts): CircleOutcome {
  const { asked, minShare, openedWith, items, answers } = facts
  if (!mayShowNumbers({ answered: answers.length, asked, minShare, openedWith }).allowed)
    return { status: 'talk' }
  const alone = reportGroups({ root: groupOf('all', answers, items), items, k: fewestAnswers })
  const bySide = reportGroups({ root: treeOf(facts), items, k: fewestAnswers })
  return {
    status: 'shown',
    answered: answers.length,
    items: items.map((item, at) => {
      const all = alone.groups[0]?.items[at]?.result
      return {
        item,
        all: all?.status === 'shown' ? { n: all.n, counts: inOrder(all.tally) } : null,
        sides: sidesOf(bySide, { at, facts }),
      }
    }),
    words: answers.flatMap(({ words }) => (words === '' ? [] : [words])).toSorted(),
  }
}

function sidesOf(
  { groups: [whole, ...sides] }: ReturnType<typeof reportGroups>,
  { at, facts }: { at: number; facts: OutcomeFacts },
) {
  const result = whole?.items[at]?.result
  const isWhole = result?.status === 'shown' && result.leftOut.length === 0
  if (!isWhole) return []
  return sides.flatMap((side) => {
    const one = side.items[at]?.result
    const name = facts.sides.find(({ id }) => id === side.group)?.name
    if (one?.status !== 'shown' || name === undefined) return []
    return [{ name, n: one.n, counts: inOrder(one.tally) }]
  })
}

function treeOf({ sides, answers, items }: OutcomeFacts): Group {
  return {
    id: 'all',
    subgroups: sides.map(({ id }) =>
      groupOf(
        id,
        answers.filter(({ side }) => side === id),
        items,
      ),
    ),
  }
}

function groupOf(id: string, answers: readonly CountedAnswer[], items: readonly string[]): Group {
  const own: OwnAnswers = {
    n: answers.length,
    items: Object.fromEntries(items.map((item) => [item, tallyOf(answers, item)])),
  }
  return { id, own, subgroups: [] }
}

function tallyOf(answers: readonly CountedAnswer[], item: string): Record<string, number> {
  const tally: Record<string, number> = {}
  for (const { marks } of answers) {
    const mark = Object.hasOwn(marks, item) ? marks[item] : undefined
    if (typeof mark === 'number') tally[String(mark)] = (tally[String(mark)] ?? 0) + 1
  }
  return tally
}

function inOrder(tally: Readonly<Record<string, number>>): AnswerCount[] {
  return Object.entries(tally)
    .map(([value, count]) => ({ value: Number(value), count }))
    .toSorted((a, b) => a.value - b.value)
}
