import { type Instant, millis } from '../shared/time.ts'
import { roundTrend, type TrendRound } from '../team/round-trend.ts'
import { by } from './works.by.ts'
import { around, type Trace } from './works.ts'

/** How one person of a team lay around a deed, or (without a person) how the team as a whole did in anonymous rounds. */
export type TeamTrace = Omit<Trace, 'unit'> & {
  readonly team: string
  readonly person: string | null
  readonly subject: string
  readonly instrument: string
}

/**
 * What followed in each team as one: the mean of its people. Of fewer than `k` people of a team nothing is made, since that would be
 * about them; a round has counted no fewer. Nothing of one team is told: teams are counted beside each other (works.groups.ts).
 */
export function asTeams(rows: readonly TeamTrace[], k: number): Trace[] {
  const moments = by(rows, ({ team, deed, subject, instrument, person }) =>
    [team, deed, subject, instrument, person === null].join(' '),
  )
  return [...moments.values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const people = new Set(own.map(({ person }) => person))
    if (first.person !== null && people.size < k) return []
    const { deed, setting, colleagues } = first
    const mean = (of: (row: TeamTrace) => number) => own.reduce((sum, row) => sum + of(row), 0) / own.length
    return [
      {
        ...{ unit: first.team, deed, setting, colleagues },
        ...{ nap: mean(({ nap }) => nap), tauU: mean(({ tauU }) => tauU) },
        isNew: own.every(({ isNew }) => isNew),
      },
    ]
  })
}

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
 * The last round that was over before a deed beside the first that began after it, within the reach that goes for teams; null without
 * both, or when they may not lie beside each other. `rounds` are of one team and one wording, oldest first.
 */
export function roundsAround(rounds: readonly RoundMoment[], deed: Instant): number | null {
  const moment = millis(deed)
  const reach = around.team.days * 86_400_000
  const before = rounds.findLast(({ closed }) => closed <= moment && moment - closed <= reach)
  const after = rounds.find(({ opened }) => opened > moment && opened - moment <= reach)
  return before === undefined || after === undefined ? null : betweenRounds(before, after)
}
