import type { Role } from '@weerklank/core/access/access'
import type { ExportPurpose } from '@weerklank/core/access/purpose-lock'
import type { AuditAction } from '@weerklank/core/audit/audit'
import { AppError } from '@weerklank/core/shared/errors'
import type { MemberId, RoundId, WorkspaceId } from '@weerklank/core/shared/ids'
import { dayBounds, type Instant, localDay } from '@weerklank/core/shared/time'
import { ContentRefused } from '../access/access.ts'
import { record } from '../audit/audit.ts'
import { type Context, inContext, setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { JobHandler } from '../jobs/jobs.ts'
import type { Db, Trx } from '../schema.ts'
import * as repository from './team.repository.ts'

/** Ends open rounds when their time has come: one job per round. */
export const roundCloseKind = 'round-close'

/** Closes the round that a job names. */
export function roundClose(deps: { db: Db; world: World }): JobHandler {
  return async ({ payload }) => {
    const workspace = payload.workspace as WorkspaceId
    const round = payload.round as RoundId
    const context: Context = { workspace, actor: 'system', relations: [], rounds: [round] }
    await inContext(deps.db, context, (trx) => close(trx, deps.world, { workspace, round, by: 'system' }))
    return null
  }
}

/** Looks each night whether everybody answered: one job per round. */
export const roundCompleteKind = 'round-complete'

/** The first moment of the next local day. */
export function nextNight(now: Instant, timeZone: string): Instant {
  return dayBounds(localDay(now, timeZone), timeZone).to
}

/**
 * Closes the round that a job names when everybody answered, looking at night only. At the moment of the last answer it would
 * tell when that was: to who looks, to the last one herself, and to everybody whose ticket no longer works (ADR 0014).
 */
export function roundComplete(deps: { db: Db; world: World }): JobHandler {
  return async ({ payload }) => {
    const workspace = payload.workspace as WorkspaceId
    const round = payload.round as RoundId
    const context: Context = { workspace, actor: 'system', relations: [], rounds: [round] }
    return inContext(deps.db, context, async (trx) => {
      const row = await repository.findRound(trx, round)
      if (row === undefined || isOver(row, deps.world)) return null
      const groups = await repository.groupsOf(trx, round)
      if (groups.every(({ invited, answered }) => answered === invited)) {
        await close(trx, deps.world, { workspace, round, by: 'system' })
        return null
      }
      return nextNight(deps.world.now(), await repository.timeZoneHere(trx))
    })
  }
}

/** Whether answers can no longer come in; whoever asks after its time finds it closed, before the job has run. */
export function isOver(round: Pick<repository.RoundRow, 'closed_at' | 'closes_at'>, world: World): boolean {
  return round.closed_at !== null || round.closes_at <= world.now()
}

/** Brings a round of the member into reach, closed when its time has come; throws `not-found` when it is none of hers. */
export async function openRound(
  trx: Trx,
  world: World,
  of: { context: Context; round: RoundId },
): Promise<repository.RoundRow> {
  const found = await repository.findRound(trx, of.round)
  if (found === undefined) throw new ContentRefused('not-found', { round: of.round })
  const context = { ...of.context, rounds: [of.round] }
  await setContext(trx, context)
  if (found.closed_at === null && isOver(found, world)) {
    // Time closed it, not whoever looks: nobody writes the record in another's name.
    const { workspace } = context
    await setContext(trx, { workspace, actor: 'system', relations: [], rounds: [of.round] })
    await close(trx, world, { workspace, round: of.round, by: 'system' })
    await setContext(trx, context)
  }
  return asResults(trx, { context, round: of.round })
}

/** The round as it is now; its counts are in reach only when it is closed. */
export async function asResults(
  trx: Trx,
  of: { context: Context; round: RoundId },
): Promise<repository.RoundRow> {
  const row = await repository.findRound(trx, of.round)
  if (row === undefined) throw new AppError('not-found')
  if (row.closed_at !== null) await setContext(trx, { ...of.context, rounds: [of.round], purpose: 'results' })
  return row
}

/**
 * Closes a round for good. Its tickets are deleted first: an answer that is being counted is waited for, one that comes
 * later finds no ticket. So nothing is added to what is told.
 */
export async function close(
  trx: Trx,
  world: World,
  of: { workspace: WorkspaceId; round: RoundId; by: Member | 'system' },
): Promise<void> {
  await repository.lockRound(trx, of.round)
  await repository.deleteTickets(trx)
  if (!(await repository.setClosed(trx, of.round, world.now()))) return
  await recordRound(trx, world, { ...of, action: 'round.closed' })
}

type Member = { id: MemberId; roles: readonly Role[] }

/** The line for what was done with a round: never with an answer, of which there is none. */
export async function recordRound(
  trx: Trx,
  world: World,
  of: {
    workspace: WorkspaceId
    round: RoundId
    by: Member | 'system'
    action: AuditAction
    purpose?: ExportPurpose
  },
): Promise<void> {
  const { workspace, round, by, action, purpose } = of
  const who =
    by === 'system'
      ? { actor: by, basis: by }
      : { actor: by.id, roles: by.roles, basis: 'takes-part' as const }
  const subject = { kind: 'round', id: round, ...(purpose && { purpose }) }
  await record(trx, world, { workspace, ...who, action, subject, relation: null })
}
