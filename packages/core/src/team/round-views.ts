import type { RoundFacts } from './round-facts.ts'
import type { GroupOutcome, GroupView } from './team.contract.ts'

type Cell = GroupView['items'][number]['result']

/**
 * What groups chose about each other, as far as it may be told. Each cell is counted over people of one group that is itself
 * shown, `k` of whom or more answered this question. No total runs over groups, so of a group that is not shown no number is
 * part of anything here: whatever its people chose, the result is the same to the letter (round-views.test.ts). In a swap a
 * guess is told only where what it guessed is told.
 */
export function viewsOf(facts: RoundFacts, outcomes: readonly GroupOutcome[]): GroupView[] {
  if (facts.form === 'check') return []
  const isHeard = (id: string) => outcomes.some((one) => one.id === id && one.answered.status === 'shown')
  const groups = facts.groups.filter(({ parent }) => parent !== null)
  return groups.flatMap((from) =>
    groups
      .filter(({ id }) => (facts.form === 'swap' ? from.about === id : from.id !== id))
      .map((about) => ({
        ...{ from: from.id, about: about.id },
        items: facts.instrument.items.map(({ id: item }) => {
          const asked = { from: from.id, about: about.id, item }
          if (!isHeard(from.id)) return { item, result: hidden('not-heard') }
          if (facts.form === 'swap' && !isTold(outcomes, asked))
            return { item, result: hidden('other-hidden') }
          return { item, result: cellOf(facts, asked) }
        }),
      })),
  )
}

type Asked = { readonly from: string; readonly about: string; readonly item: string }

const hidden = (reason: 'too-few' | 'not-heard' | 'other-hidden'): Cell => ({ status: 'hidden', reason })

function isTold(outcomes: readonly GroupOutcome[], { about, item }: Asked): boolean {
  const group = outcomes.find(({ id }) => id === about)
  return group?.items.find((one) => one.item === item)?.result.status === 'shown'
}

function cellOf({ views, k }: RoundFacts, { from, about, item }: Asked): Cell {
  const tally = views
    .filter((one) => one.group === from && one.about === about && one.item === item)
    .map(({ value, n }) => ({ value, count: n }))
    .toSorted((a, b) => a.value - b.value)
  const n = tally.reduce((sum, { count }) => sum + count, 0)
  return n < k ? hidden('too-few') : { status: 'shown', n, tally }
}
