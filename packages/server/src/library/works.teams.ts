import { around } from '@weerklank/core/library/works'
import { setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { circleLines, roundsAround, teamRounds } from '../team/team.ts'
import { type Batch, type Content, type Deed, deedRow, type Found, followed } from './works.batch.ts'
import type { TraceRow } from './works.keep.ts'

/**
 * What followed in teams: how the confidential checks of whoever consents lay around a deed, and how anonymous rounds did. A round has
 * no authors, so nothing of it can be laid beside a person; it counts for the team as one (ADR 0032).
 */
export async function teamTraces(trx: Trx, content: Content, of: Batch & Found): Promise<TraceRow[]> {
  const { workspace, teams, rounds } = of
  if (teams.length === 0) return []
  await setContext(trx, { workspace, actor: 'system', relations: teams, rounds, purpose: 'results' })
  const lines = await circleLines(trx, [...of.people.keys()])
  const moments = await teamRounds(trx, content, rounds)
  // The team did it, with whomever it was agreed.
  const deeds = [...new Map(of.deeds.map((deed) => [deed.id, deed])).values()]
  return deeds
    .filter(({ relation }) => teams.includes(relation))
    .flatMap((deed) => [...byPerson(deed, of, lines), ...byRound(deed, of, moments)])
}

function byPerson(deed: Deed, of: Batch & Found, lines: Awaited<ReturnType<typeof circleLines>>) {
  const place = of.settings.get(deed.relation)
  return lines.flatMap((line): TraceRow[] => {
    const person_id = of.people.get(line.participant)
    if (person_id === undefined || place === undefined || line.relation !== deed.relation) return []
    return followed({ ...deedRow(of.workspace, deed), source: 'team', person_id, ...place }, line)
  })
}

function byRound(deed: Deed, of: Batch & Found, moments: Awaited<ReturnType<typeof teamRounds>>) {
  const place = of.settings.get(deed.relation)
  const own = moments.filter(({ relation }) => relation === deed.relation)
  return [...Map.groupBy(own, ({ instrument }) => instrument)].flatMap(([instrument, rounds]): TraceRow[] => {
    const nap = roundsAround(rounds, deed.at, around.team.days)
    if (nap === null || place === undefined) return []
    const row = { ...deedRow(of.workspace, deed), source: 'team' as const, person_id: null, ...place }
    // One round on each side: nothing was rising before that could be taken off.
    return [{ ...row, instrument_id: instrument, before_count: 1, after_count: 1, nap, tau_u: 2 * nap - 1 }]
  })
}
