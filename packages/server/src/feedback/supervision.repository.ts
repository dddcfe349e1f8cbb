import { isSupervised } from '@weerklank/core/feedback/supervision'
import type { MemberId, RelationId, SupervisionId } from '@weerklank/core/shared/ids'
import { addDays, type Instant } from '@weerklank/core/shared/time'
import { type Insertable, type Selectable, sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type { SupervisionShareTable } from './supervision.table.ts'

type Row = Selectable<SupervisionShareTable>
export type ShareRow = Row & { sharer: string; supervisor: string }

/** What ended is told for so long to those who take part. */
const toldDays = 30

function shares(trx: Trx) {
  return trx
    .selectFrom('supervision_share')
    .leftJoin('member as sharer', (join) =>
      join
        .onRef('sharer.workspace_id', '=', 'supervision_share.workspace_id')
        .onRef('sharer.id', '=', 'supervision_share.sharer_id'),
    )
    .leftJoin('member as supervisor', (join) =>
      join
        .onRef('supervisor.workspace_id', '=', 'supervision_share.workspace_id')
        .onRef('supervisor.id', '=', 'supervision_share.supervisor_id'),
    )
    .selectAll('supervision_share')
    .select(({ fn, val }) => [
      fn.coalesce('sharer.name', val('')).as('sharer'),
      fn.coalesce('supervisor.name', val('')).as('supervisor'),
    ])
}

/** The shares of some relations that hold or ended lately, the newest first. */
export async function sharesOf(
  trx: Trx,
  relations: readonly RelationId[],
  now: Instant,
): Promise<ShareRow[]> {
  if (relations.length === 0) return []
  return shares(trx)
    .where('relation_id', '=', anyOf(relations))
    .where(
      sql<boolean>`least(supervision_share.ends_at, supervision_share.ended_at) > ${addDays(now, -toldDays)}`,
    )
    .orderBy('shared_at', 'desc')
    .orderBy('supervision_share.id')
    .execute()
}

/** Who looks along in a relation at a moment, by name. For who takes part, and for the person herself (purpose `access`). */
export async function namesLookingAlong(trx: Trx, relation: RelationId, now: Instant): Promise<string[]> {
  const rows = (await sharesOf(trx, [relation], now)).filter((row) => isSupervised(timesOf(row), now))
  return [...new Set(rows.flatMap(({ supervisor }) => (supervisor === '' ? [] : [supervisor])))].sort()
}

/** What is shared with a supervisor and not over, the one that ends first in front. */
export async function sharedWith(trx: Trx, supervisor: MemberId, now: Instant): Promise<ShareRow[]> {
  const rows = await shares(trx)
    .where('supervisor_id', '=', supervisor)
    .where('supervision_share.ended_at', 'is', null)
    .where('ends_at', '>', now)
    .orderBy('ends_at')
    .orderBy('supervision_share.id')
    .execute()
  return rows.filter((row) => isSupervised(timesOf(row), now))
}

/**
 * The share for the rest of the transaction: whoever withdraws it waits until what was begun is answered, so that nothing is
 * given any more once it is said to be withdrawn.
 */
export async function holdShare(trx: Trx, id: SupervisionId): Promise<Row | undefined> {
  return trx.selectFrom('supervision_share').selectAll().where('id', '=', id).forShare().executeTakeFirst()
}

/** False when the id is taken. */
export async function insertShare(trx: Trx, row: Insertable<SupervisionShareTable>): Promise<boolean> {
  const result = await trx
    .insertInto('supervision_share')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function findShare(trx: Trx, id: SupervisionId): Promise<Row | undefined> {
  return trx.selectFrom('supervision_share').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Ends a share that holds still; false when it was over already. */
export async function endShare(
  trx: Trx,
  id: SupervisionId,
  of: { at: Instant; by: MemberId },
): Promise<boolean> {
  const result = await trx
    .updateTable('supervision_share')
    .set({ ended_at: of.at, ended_by: of.by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', of.at)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export function timesOf(row: Pick<Row, 'shared_at' | 'ends_at' | 'ended_at'>) {
  return { sharedAt: row.shared_at, endsAt: row.ends_at, endedAt: row.ended_at }
}
