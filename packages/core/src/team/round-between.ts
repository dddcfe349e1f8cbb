import { spreadOf } from './spread.ts'
import type { GroupOutcome, GroupView, RoundOutcome } from './team.contract.ts'

/** What a group said about another over all questions; null where it is not told, with the reason. */
export type BetweenCell =
  | { readonly from: string; readonly about: string; readonly mean: number; readonly hidden: null }
  | {
      readonly from: string
      readonly about: string
      readonly mean: null
      readonly hidden: 'too-few' | 'not-heard'
    }

/** Two groups that both told: what the first says about the second minus what the second says about the first (domain.md §4.2). */
export type Gap = {
  readonly first: string
  readonly second: string
  readonly firstMean: number
  readonly secondMean: number
  readonly gap: number
}

/** The groups that were asked about each other, by name. */
export function askedGroups({ groups }: Pick<RoundOutcome, 'groups'>): GroupOutcome[] {
  return groups.filter(({ parent }) => parent !== null)
}

/**
 * What each group said about each other one, over all questions together: the mean of the means of its questions. A cell of
 * which one question is not told is not told at all: a mean over the others would be another thing. Made of shown numbers alone.
 */
export function betweenCells(outcome: RoundOutcome): BetweenCell[] {
  return outcome.views.map((view) => {
    const { from, about } = view
    const means = view.items.flatMap(({ result }) =>
      result.status === 'shown' ? (spreadOf(result.tally, outcome.instrument.scale)?.mean ?? []) : [],
    )
    if (means.length < view.items.length) return { from, about, mean: null, hidden: whyHidden(view) }
    return { from, about, mean: means.reduce((sum, mean) => sum + mean, 0) / means.length, hidden: null }
  })
}

function whyHidden({ items }: GroupView): 'too-few' | 'not-heard' {
  return items.some(({ result }) => result.status === 'hidden' && result.reason === 'not-heard')
    ? 'not-heard'
    : 'too-few'
}

/** The gaps between groups that both told about each other, in the order of the groups: no group stands above another. */
export function gapsOf(outcome: RoundOutcome): Gap[] {
  const cells = betweenCells(outcome)
  const meanOf = (from: string, about: string) =>
    cells.find((cell) => cell.from === from && cell.about === about)?.mean ?? null
  const groups = askedGroups(outcome)
  return groups.flatMap(({ id: first }, at) =>
    groups.slice(at + 1).flatMap(({ id: second }): Gap[] => {
      const [firstMean, secondMean] = [meanOf(first, second), meanOf(second, first)]
      if (firstMean === null || secondMean === null) return []
      return [{ first, second, firstMean, secondMean, gap: firstMean - secondMean }]
    }),
  )
}

/** A guess beside what was said: the mean of both, of a question where both are told. */
export type Guess = {
  readonly from: string
  readonly about: string
  readonly item: string
  readonly guessed: number
  readonly said: number
}

/** What each group thought another would say, and what that one said; in the order of the groups and questions. */
export function guessesOf(outcome: RoundOutcome): Guess[] {
  if (outcome.form !== 'swap') return []
  const { scale } = outcome.instrument
  return outcome.views.flatMap(({ from, about, items }) =>
    items.flatMap(({ item, result }): Guess[] => {
      const real = outcome.groups
        .find(({ id }) => id === about)
        ?.items.find((one) => one.item === item)?.result
      if (result.status === 'hidden' || real?.status !== 'shown') return []
      const [guessed, said] = [spreadOf(result.tally, scale), spreadOf(real.tally, scale)]
      return guessed && said ? [{ from, about, item, guessed: guessed.mean, said: said.mean }] : []
    }),
  )
}
