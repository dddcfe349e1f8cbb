import type { Takeaway } from '@weerklank/core/ownership/takeaway.contract'
import type { MemberId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import type { MemberSession } from '../access/access.ts'
import type { Trx } from '../schema.ts'
import type { TakeawayRow } from './takeaway.repository.ts'

/** The fields of a takeaway that may leave, to an administrator or a privacy officer. */
export function presentTakeaway(row: TakeawayRow, session: MemberSession): Takeaway {
  const isOfficer = session.member.roles.includes('privacy-officer')
  const state = stateOf(row)
  return {
    id: row.id,
    state,
    reason: row.reason,
    askedBy: row.asker,
    askedAt: row.asked_at,
    decidedBy: row.decider,
    decidedAt: row.decided_at,
    file: state === 'ready' || state === 'fetched' ? `takeaways/${row.workspace_id}/${row.id}.zip` : null,
    rows: row.rows,
    madeAt: row.made_at,
    fetchedAt: row.fetched_at,
    mayDecide: isOfficer && state === 'asked' && row.asked_by !== session.member.id,
    mayFetch: isOfficer && state === 'ready' && row.decided_by === session.member.id,
  }
}

function stateOf(row: TakeawayRow): Takeaway['state'] {
  if (row.agreed === null) return 'asked'
  if (!row.agreed) return 'refused'
  if (row.removed_at !== null) return 'gone'
  if (row.fetched_at !== null) return 'fetched'
  if (row.made_at !== null) return 'ready'
  return row.failed_at === null ? 'making' : 'failed'
}

/** Whether somebody else looks after privacy here. */
export async function hasOtherOfficer(trx: Trx, than: MemberId): Promise<boolean> {
  const row = await trx
    .selectFrom('member')
    .select('id')
    .where('id', '<>', than)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`'privacy-officer' = any (roles)`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
