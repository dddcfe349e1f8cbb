import type { TakeawayId } from '@weerklank/core/shared/ids'
import type { Selectable } from 'kysely'
import type { Trx } from '../schema.ts'
import type { TakeawayTable } from './ownership.table.ts'

export type TakeawayRow = Selectable<TakeawayTable> & { asker: string; decider: string | null }

const rows = (trx: Trx) =>
  trx
    .selectFrom('takeaway')
    .innerJoin('member as asker', (join) =>
      join
        .onRef('asker.workspace_id', '=', 'takeaway.workspace_id')
        .onRef('asker.id', '=', 'takeaway.asked_by'),
    )
    .leftJoin('member as decider', (join) =>
      join
        .onRef('decider.workspace_id', '=', 'takeaway.workspace_id')
        .onRef('decider.id', '=', 'takeaway.decided_by'),
    )
    .selectAll('takeaway')
    .select(['asker.name as asker', 'decider.name as decider'])

export function listTakeaways(trx: Trx): Promise<TakeawayRow[]> {
  return rows(trx).orderBy('asked_at', 'desc').orderBy('takeaway.id', 'desc').limit(50).execute()
}

export function findTakeaway(trx: Trx, id: TakeawayId): Promise<TakeawayRow | undefined> {
  return rows(trx).where('takeaway.id', '=', id).executeTakeFirst()
}

/** The row for the rest of the transaction; nobody else decides or fetches meanwhile. */
export function lockTakeaway(trx: Trx, id: TakeawayId): Promise<Selectable<TakeawayTable> | undefined> {
  return trx.selectFrom('takeaway').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}
