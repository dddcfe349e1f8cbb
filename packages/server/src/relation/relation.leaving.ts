import type { MemberId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { record } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { refreshDerived } from './relation.repository.ts'

type Leaving = { workspace: WorkspaceId; member: MemberId; now: Instant }

/**
 * Takes a member out of every collaboration, as the program does when her place ends: what she wrote stays, with her name.
 * Gives which ones, and in how many of those still open nobody of the house is left. The context is another one afterwards.
 */
export async function leaveAll(
  trx: Trx,
  world: World,
  of: Leaving,
): Promise<{ left: RelationId[]; alone: number }> {
  const left = await relationsOf(trx, of)
  if (left.length === 0) return { left, alone: 0 }
  await setContext(trx, { workspace: of.workspace, actor: 'system', relations: left })
  await trx
    .updateTable('participant')
    .set({ left_at: of.now })
    .where('relation_id', '=', anyOf(left))
    .where('member_id', '=', of.member)
    .where('left_at', 'is', null)
    .execute()
  for (const relation of left) {
    await refreshDerived(trx, relation)
    const subject = { kind: 'member', id: of.member }
    const deed = { actor: 'system', action: 'relation.left' as const, subject, relation }
    await record(trx, world, { workspace: of.workspace, ...deed })
  }
  return { left, alone: await countAlone(trx, left) }
}

/** In her own name: which collaborations she takes part in is nobody else's to look up. */
async function relationsOf(trx: Trx, of: Leaving): Promise<RelationId[]> {
  await setContext(trx, { workspace: of.workspace, actor: { member: of.member }, relations: [] })
  const rows = await trx
    .selectFrom('participant')
    .select('relation_id')
    .distinct()
    .where('member_id', '=', of.member)
    .where('left_at', 'is', null)
    .execute()
  return rows.map((row) => row.relation_id)
}

async function countAlone(trx: Trx, left: readonly RelationId[]): Promise<number> {
  const { rows } = await sql<{ alone: number }>`
    select count(*)::int as alone from relation r
    where r.id = any (${left}::uuid[]) and r.closed_at is null and not exists (
      select from participant p join member m on m.workspace_id = p.workspace_id and m.id = p.member_id
      where p.workspace_id = r.workspace_id and p.relation_id = r.id and p.left_at is null
        and not 'guest' = any (m.roles))`.execute(trx)
  return rows[0]?.alone ?? 0
}
