import type { ChainBreak } from '@weerklank/core/audit/chain.words'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import type { Trx } from '../schema.ts'
import { verifyChains } from './verify.ts'

/** What went from one workspace; nothing goes from a record that is not whole, for that would hide it. */
export type Pruned = { workspace: WorkspaceId; lines: number; broken: ChainBreak | null }

/**
 * Removes the lines from before a moment: whole links, from the beginning of each chain only, and lines from before the
 * chains. In a transaction of the owner at maintenance. The hash of the last link that went stays as an anchor.
 */
export async function pruneAudit(trx: Trx, before: Instant, only?: WorkspaceId): Promise<Pruned[]> {
  const workspaces = await trx
    .selectFrom('workspace')
    .select('workspace_id')
    .$if(only !== undefined, (query) => query.where('workspace_id', '=', only as WorkspaceId))
    .orderBy('workspace_id')
    .execute()
  const pruned: Pruned[] = []
  for (const { workspace_id: workspace } of workspaces) {
    pruned.push({ workspace, ...(await pruneOne(trx, workspace, before)) })
  }
  return pruned
}

async function pruneOne(
  trx: Trx,
  workspace: WorkspaceId,
  before: Instant,
): Promise<Omit<Pruned, 'workspace'>> {
  if (!(await hasOlder(trx, workspace, before))) return { lines: 0, broken: null }
  const { broken } = await verifyChains(trx, workspace)
  if (broken !== null) return { lines: 0, broken }
  const cuts = await cutsOf(trx, workspace, before)
  let lines = await removeOutside(trx, workspace, before)
  for (const { lane, seq } of cuts) lines += await removeTo(trx, workspace, { lane, seq })
  return { lines, broken: null }
}

async function hasOlder(trx: Trx, workspace: WorkspaceId, before: Instant): Promise<boolean> {
  const older = trx.selectFrom('audit_event').select('id').where('workspace_id', '=', workspace)
  return (await older.where('at', '<', before).limit(1).executeTakeFirst()) !== undefined
}

/** Per chain the last link before which all lines, its own too, are old enough. */
async function cutsOf(trx: Trx, workspace: WorkspaceId, before: Instant) {
  const { rows } = await sql<{ lane: number; seq: string }>`
    select lane, coalesce(min(seq) filter (where at >= ${before}) - 1, max(seq)) as seq
    from audit_event where workspace_id = ${workspace} and hash is not null
    group by lane having coalesce(min(seq) filter (where at >= ${before}) - 1, max(seq)) >= min(seq)
    order by lane`.execute(trx)
  return rows
}

async function removeTo(
  trx: Trx,
  workspace: WorkspaceId,
  { lane, seq }: { lane: number; seq: string },
): Promise<number> {
  await sql`
    insert into audit_anchor (workspace_id, lane, seq, hash)
    select workspace_id, lane, seq, hash from audit_event
    where workspace_id = ${workspace} and lane = ${lane} and seq = ${seq} and line = 1
    on conflict (workspace_id, lane) do update set seq = excluded.seq, hash = excluded.hash`.execute(trx)
  const { numAffectedRows = 0n } = await sql`
    delete from audit_event where workspace_id = ${workspace} and lane = ${lane} and seq <= ${seq}`.execute(
    trx,
  )
  return Number(numAffectedRows)
}

async function removeOutside(trx: Trx, workspace: WorkspaceId, before: Instant): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from audit_event where workspace_id = ${workspace} and hash is null and at < ${before}`.execute(
    trx,
  )
  return Number(numAffectedRows)
}
