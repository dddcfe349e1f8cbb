import type { RoundId } from '../shared/ids.ts'
import { betweenCells } from './round-between.ts'
import { spreadOf } from './spread.ts'
import type { GroupOutcome, RoundOutcome, RoundTrend } from './team.contract.ts'

export type TrendRound = { readonly round: RoundId; readonly outcome: RoundOutcome }

/** Why two rounds are not laid beside each other; the words are those of `mayPublishAgain`, the other way round in time. */
type Unlike = NonNullable<RoundTrend['points'][number]['other']>

/**
 * Lays closed rounds of one team beside each other, oldest first, the one that is looked at last; null without an earlier one.
 * Of each only what its own outcome shows: of everybody together, of its groups, and between them. Two rounds are compared only when they are about the same people
 * as far as is known: the same limit, the same groups told and left out, and no group that grew or shrank by fewer than `k`.
 * Otherwise a newcomer would be the difference, as `mayPublishAgain` forbids for one round.
 */
export function roundTrend(rounds: readonly TrendRound[]): RoundTrend | null {
  if (rounds.length < 2) return null
  const kept: RoundOutcome[] = []
  const points = rounds.toReversed().map(({ round, outcome }) => {
    const other = kept.flatMap((later) => unlike(outcome, later) ?? [])[0] ?? notShown(outcome)
    if (other === null) kept.push(outcome)
    const { title, closedAt } = outcome
    const told = other === null ? toldIn(outcome) : { items: [], groups: [], pairs: [] }
    return { round, title, closedAt, other, ...told }
  })
  return { points: points.toReversed() }
}

const wholeOf = ({ groups }: RoundOutcome): GroupOutcome | undefined =>
  groups.find(({ parent }) => parent === null)

function notShown(outcome: RoundOutcome): Unlike | null {
  return wholeOf(outcome)?.answered.status === 'shown' ? null : 'not-shown'
}

function unlike(earlier: RoundOutcome, later: RoundOutcome): Unlike | null {
  if (notShown(earlier) !== null || notShown(later) !== null) return 'not-shown'
  if (earlier.k !== later.k) return 'other-threshold'
  if (shapeOf(earlier) !== shapeOf(later)) return 'other-shape'
  const askedThen = new Map(earlier.groups.map(({ name, invited }) => [name, invited]))
  const grew = later.groups.map(({ name, invited }) => Math.abs(invited - (askedThen.get(name) ?? 0)))
  return grew.every((people) => people === 0 || people >= later.k) ? null : 'too-few-new'
}

/** Which groups there are, and which of them are told; by name, because each round has groups of its own. */
function shapeOf({ groups }: RoundOutcome): string {
  return JSON.stringify(groups.map(({ name, answered }) => [name, answered.status]).sort())
}

function toldIn(outcome: RoundOutcome) {
  const nameOf = (id: string) => outcome.groups.find((group) => group.id === id)?.name ?? ''
  const groups = outcome.groups
    .filter(({ parent }) => parent !== null)
    .map((group) => ({ name: group.name, items: meansOf(outcome, group) }))
  const cells = outcome.form === 'between' ? betweenCells(outcome) : []
  return {
    items: meansOf(outcome, wholeOf(outcome)),
    groups: groups.filter(({ items }) => items.length > 0),
    pairs: cells.flatMap(({ from, about, mean }) =>
      mean === null ? [] : [{ from: nameOf(from), about: nameOf(about), mean }],
    ),
  }
}

function meansOf({ instrument }: RoundOutcome, group: GroupOutcome | undefined) {
  return (group?.items ?? []).flatMap(({ item, result }) => {
    const spread = result.status === 'shown' ? spreadOf(result.tally, instrument.scale) : null
    return spread === null ? [] : [{ item, mean: spread.mean, n: spread.n }]
  })
}
