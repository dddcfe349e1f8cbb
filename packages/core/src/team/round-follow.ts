import { type Instant, millis } from '../shared/time.ts'
import { roundTrend, type TrendRound } from './round-trend.ts'

/**
 * Of all pairs of an answer before and one after, the share in which the one after is higher, over the questions that both rounds tell of
 * everybody together. Nobody's answers are laid beside her own: who answered is known to nobody (ADR 0014). Null when the rounds may not
 * lie beside each other (`roundTrend`), or tell nothing.
 */
export function betweenRounds(before: TrendRound, after: TrendRound): number | null {
  const trend = roundTrend([before, after])
  if (trend === null || trend.points.some(({ other }) => other !== null)) return null
  const [was, is] = [talliesOf(before), talliesOf(after)]
  const shares = [...is].flatMap(([item, later]) => {
    const earlier = was.get(item)
    return earlier === undefined ? [] : [shareHigher(earlier, later)]
  })
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length
}

type Counts = readonly { readonly value: number; readonly count: number }[]

function talliesOf({ outcome }: TrendRound): Map<string, Counts> {
  const whole = outcome.groups.find(({ parent }) => parent === null)
  return new Map(
    (whole?.items ?? []).flatMap(({ item, result }) =>
      result.status === 'shown' && result.tally.length > 0 ? [[item, result.tally]] : [],
    ),
  )
}

function shareHigher(earlier: Counts, later: Counts): number {
  let [won, all] = [0, 0]
  for (const one of earlier) {
    for (const other of later) {
      const pairs = one.count * other.count
      all += pairs
      won += pairs * ((Math.sign(other.value - one.value) + 1) / 2)
    }
  }
  return won / all
}

/** A closed round of a team: from when to when it was asked (milliseconds). */
export type RoundMoment = TrendRound & { readonly opened: number; readonly closed: number }

/**
 * The last round that was over before a deed beside the first that began after it, within so many days; null without
 * both, or when they may not lie beside each other. `rounds` are of one team and one wording, oldest first.
 */
export function roundsAround(rounds: readonly RoundMoment[], deed: Instant, days: number): number | null {
  const moment = millis(deed)
  const reach = days * 86_400_000
  const before = rounds.findLast(({ closed }) => closed <= moment && moment - closed <= reach)
  const after = rounds.find(({ opened }) => opened > moment && opened - moment <= reach)
  return before === undefined || after === undefined ? null : betweenRounds(before, after)
}
