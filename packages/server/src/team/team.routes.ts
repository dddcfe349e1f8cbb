import { AppError } from '@weerklank/core/shared/errors'
import type { Instant } from '@weerklank/core/shared/time'
import { roundCsv } from '@weerklank/core/team/round-csv'
import { mayHoldRounds } from '@weerklank/core/team/team'
import { type RoundDetails, teamEndpoints } from '@weerklank/core/team/team.contract'
import { enforceExport, type MemberApi, type MemberSession, serveOverRelations } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { agreementsSince } from './circle-check.repository.ts'
import { roundInstruments, type TeamDeps } from './team.deps.ts'
import { makeRound } from './team.making.ts'
import { moveTalk } from './team.planning.ts'
import { earlierOf, loadDetails, presentInstrument, presentSummary, withTrend } from './team.presenter.ts'
import { renewRound } from './team.renewal.ts'
import * as repository from './team.repository.ts'
import { asResults, close, openRound, recordRound } from './team.rounds.ts'

/** Anonymous rounds, for whoever makes them and those she lets read the outcome. */
export function serveTeam(to: MemberApi, deps: TeamDeps): void {
  const { world } = deps
  serveOverRelations(to, teamEndpoints.listRounds, async (session, _input, trx) => {
    enforceHolder(session)
    await recordOwn(trx, world, { session, action: 'round.listed' })
    return {
      rounds: await listRounds(trx, session, deps),
      instruments: roundInstruments(deps).map(presentInstrument),
    }
  })
  serveOverRelations(to, teamEndpoints.makeRound, async (session, { body }, trx) => {
    enforceHolder(session)
    const tickets = await makeRound(trx, session, { deps, body })
    const row = await asResults(trx, { context: session.context, round: body.id })
    return { round: await loadDetails(trx, row, { deps, reader: session.member.id }), tickets }
  })
  serveOverRelations(to, teamEndpoints.getRound, async (session, { params }, trx) => {
    const row = await open(trx, session, { deps, round: params.round })
    const before = await earlierOf(trx, row)
    // While people can answer nothing of before is read; what was agreed since then is there already.
    const earlier = row.closed_at === null ? [] : before
    for (const one of [row, ...earlier]) await recordRound(trx, world, deed(session, one, 'round.read'))
    const alone = await loadDetails(trx, row, { deps, reader: session.member.id })
    const since = before.at(-1)?.opened_at ?? row.opened_at
    const details = { ...alone, agreements: await agreementsOf(trx, session, { row, since }) }
    if (earlier.length === 0) return details
    const rounds = earlier.map(({ id }) => id)
    await setContext(trx, { ...session.context, rounds, purpose: 'results' })
    return withTrend(trx, details, { deps, earlier })
  })
  serveDeeds(to, deps)
}

/** What is done with a round that is there. */
function serveDeeds(to: MemberApi, deps: TeamDeps): void {
  const { world } = deps
  serveOverRelations(to, teamEndpoints.closeRound, async (session, { params }, trx) => {
    const { workspace, member } = session
    await open(trx, session, { deps, round: params.round })
    await close(trx, world, { workspace: workspace.id, round: params.round, by: member })
    return { done: true as const }
  })
  serveOverRelations(to, teamEndpoints.renewRound, async (session, { params }, trx) => {
    await open(trx, session, { deps, round: params.round })
    const tickets = await renewRound(trx, session, { deps, round: params.round })
    const row = await asResults(trx, { context: session.context, round: params.round })
    return { round: await loadDetails(trx, row, { deps, reader: session.member.id }), tickets }
  })
  serveOverRelations(to, teamEndpoints.moveRoundTalk, async (session, { params, body }, trx) => {
    const row = await open(trx, session, { deps, round: params.round })
    if (await moveTalk(trx, session, { world, row, talk: body.talk }))
      await recordRound(trx, world, deed(session, row, 'round.talk-moved'))
    return { done: true as const }
  })
  serveOverRelations(to, teamEndpoints.exportRound, async (session, { params, body }, trx) => {
    enforceExport(body.purpose)
    const row = await open(trx, session, { deps, round: params.round })
    const { outcome } = await loadDetails(trx, row, { deps, reader: session.member.id })
    if (outcome === null) throw new AppError('conflict')
    await recordRound(trx, world, { ...deed(session, row, 'round.exported'), purpose: body.purpose })
    return { name: `peiling-${row.id}`, csv: roundCsv(outcome, body.language), outcome }
  })
}

/** What the team of a round agreed since then, for who takes part in its collaboration herself. */
async function agreementsOf(
  trx: Trx,
  session: MemberSession,
  { row, since }: { row: repository.RoundRow; since: Instant },
): Promise<RoundDetails['agreements']> {
  const relation = row.circle_relation_id
  if (relation === null || !(await repository.takesPartIn(trx, relation))) return []
  await setContext(trx, { ...session.context, relations: [relation] })
  const made = await agreementsSince(trx, relation, since)
  return made.map(({ body, made_at, ended_at }) => ({
    text: body,
    madeAt: made_at,
    isOpen: ended_at === null,
  }))
}

/** The roles come with each request: who lost hers is out at once. */
function enforceHolder({ member }: MemberSession): void {
  if (!mayHoldRounds(member.roles).allowed) throw new AppError('not-allowed')
}

async function open(
  trx: Trx,
  session: MemberSession,
  { deps, round }: { deps: TeamDeps; round: repository.RoundRow['id'] },
): Promise<repository.RoundRow> {
  enforceHolder(session)
  return openRound(trx, deps.world, { context: session.context, round })
}

function deed(
  { workspace, member }: MemberSession,
  { id }: repository.RoundRow,
  action: 'round.read' | 'round.exported' | 'round.talk-moved',
) {
  return { workspace: workspace.id, round: id, by: member, action }
}

async function listRounds(trx: Trx, session: MemberSession, { world }: TeamDeps) {
  const rows = await repository.findRounds(trx)
  await setContext(trx, { ...session.context, rounds: rows.map(({ id }) => id) })
  const invited = await repository.invitedIn(trx)
  return rows.map((row) => presentSummary(row, invited.get(row.id) ?? 0, world))
}
