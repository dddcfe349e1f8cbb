import { mayTellAnew, type WorksGroup, worksGroups } from '@weerklank/core/library/works.groups'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { groupThreshold } from '@weerklank/core/shared/small-groups.input'
import type { Instant } from '@weerklank/core/shared/time'
import { setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'

const k = groupThreshold.usual

/**
 * Tells anew what followed on each kind of deed, where that may be told; what may not be told again yet stays as it was. Gives how
 * many kinds of deeds were told.
 */
export async function tellWorks(trx: Trx, { workspace, now }: { workspace: WorkspaceId; now: Instant }) {
  await setContext(trx, { workspace, actor: 'system', relations: [], purpose: 'results' })
  const next = Map.groupBy(await groupsNow(trx), ({ deed }) => deed)
  const before = new Map((await toldRows(trx)).map((row) => [row.deed, row.groups]))
  const fresh = [...next].filter(([deed, groups]) => mayTellAnew(before.get(deed) ?? [], groups, k))
  for (const [deed, groups] of fresh) await putTold(trx, { workspace, deed, groups, now })
  await markTold(
    trx,
    fresh.map(([deed]) => deed),
    now,
  )
  return fresh.length
}

async function groupsNow(trx: Trx): Promise<WorksGroup[]> {
  const rows = await trx
    .selectFrom('works_trace')
    .select(['person_id', 'deed', 'kind', 'context', 'situation', 'colleague_ids', 'nap', 'told_at'])
    .where('in_use', '=', true)
    .execute()
  const traces = rows.map(({ person_id: person, deed, kind, context, situation, nap, ...row }) => ({
    ...{ person, deed, setting: { kind, context, situation }, nap },
    ...{ colleagues: row.colleague_ids, isNew: row.told_at === null },
  }))
  return worksGroups(traces, { k, colleagues: await colleaguesHere(trx) })
}

/** How many take part in collaborations here: who works alone looks at her own work. */
async function colleaguesHere(trx: Trx): Promise<number> {
  const row = await trx
    .selectFrom('member')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** What is told now, each kind of deed with when. */
export function toldRows(trx: Trx) {
  return trx.selectFrom('works_told').select(['deed', 'groups', 'told_at']).orderBy('deed').execute()
}

type Telling = { workspace: WorkspaceId; deed: string; groups: readonly WorksGroup[]; now: Instant }

async function putTold(trx: Trx, { workspace, deed, groups, now }: Telling): Promise<void> {
  const told = { groups: JSON.stringify(groups), told_at: now }
  await trx
    .insertInto('works_told')
    .values({ workspace_id: workspace, deed, ...told })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'deed']).doUpdateSet(told))
    .execute()
}

async function markTold(trx: Trx, deeds: readonly string[], now: Instant): Promise<void> {
  if (deeds.length === 0) return
  await trx
    .updateTable('works_trace')
    .set({ told_at: now })
    .where('deed', 'in', [...deeds])
    .where('told_at', 'is', null)
    .where('in_use', '=', true)
    .execute()
}
