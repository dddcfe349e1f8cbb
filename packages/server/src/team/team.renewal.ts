import { AppError } from '@weerklank/core/shared/errors'
import type { RoundId } from '@weerklank/core/shared/ids'
import type { MadeRound } from '@weerklank/core/team/team.contract'
import type { MemberSession } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import type { TeamDeps } from './team.deps.ts'
import { giveTickets } from './team.making.ts'
import { mayRenew } from './team.presenter.ts'
import * as repository from './team.repository.ts'
import { isOver, recordRound } from './team.rounds.ts'

/**
 * Begins an open round anew: every ticket ends, used or not, what was counted goes, and everybody gets a new ticket. Less is
 * not possible (ADR 0014): to replace only what is not used would tell how many answered, and a ticket for whoever lost hers
 * would let her answer twice. Throws `not-allowed` for who did not make it, `conflict` when it is over.
 */
export async function renewRound(
  trx: Trx,
  session: MemberSession,
  { deps, round }: { deps: TeamDeps; round: RoundId },
): Promise<MadeRound['tickets']> {
  const workspace = session.workspace.id
  const row = await repository.lockRound(trx, round)
  if (row === undefined) throw new AppError('not-found')
  if (isOver(row, deps.world)) throw new AppError('conflict')
  if (!mayRenew(row, session.member.id)) throw new AppError('not-allowed')
  // Tickets first, as at the end: an answer that is being counted is waited for, and goes with the others.
  await repository.deleteTickets(trx)
  await setContext(trx, { workspace, actor: 'system', relations: [], rounds: [round], purpose: 'renewal' })
  await repository.forgetAnswers(trx)
  await setContext(trx, { ...session.context, rounds: [round] })
  const groups = await repository.groupsOf(trx, round)
  const tickets = await giveTickets(trx, {
    ...{ deps, round },
    groups: groups.map(({ id, name, invited }) => ({ workspace_id: workspace, id, name, invited })),
  })
  await recordRound(trx, deps.world, { workspace, round, by: session.member, action: 'round.renewed' })
  return tickets
}
