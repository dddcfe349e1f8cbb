import { by } from './works.by.ts'
import type { Trace } from './works.ts'

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
