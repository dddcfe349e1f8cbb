import { type Trace, type WorksSource, worksSources } from '@weerklank/core/library/works'
import { mayTellAnew, type WorksGroup, worksGroups } from '@weerklank/core/library/works.groups'
import { asTeams } from '@weerklank/core/library/works.teams'
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
  const rows = await tracesNow(trx)
  const colleagues = await colleaguesHere(trx)
  const before = await toldRows(trx)
  let count = 0
  for (const source of worksSources) {
    const own = tracesOf(
      source,
      rows.filter((row) => row.source === source),
    )
    const next = Map.groupBy(worksGroups(own, { k, colleagues }), ({ deed }) => deed)
    const was = new Map(before.flatMap((row) => (row.source === source ? [[row.deed, row.groups]] : [])))
    const fresh = [...next].filter(([deed, groups]) => mayTellAnew(was.get(deed) ?? [], groups, k))
    const gone = [...was.keys()].filter((deed) => !next.has(deed))
    await removeTold(trx, source, gone)
    for (const [deed, groups] of fresh) await putTold(trx, { workspace, source, deed, groups, now })
    // Of whom nothing is shown, nothing was told: she is still new on the day that there are five.
    const shown = fresh.filter(([, groups]) => groups.some(({ result }) => result.status === 'shown'))
    await markTold(trx, { source, deeds: shown.map(([deed]) => deed), now })
    count += fresh.length
  }
  return count
}

function tracesNow(trx: Trx) {
  return trx
    .selectFrom('works_trace')
    .select(['source', 'person_id', 'relation_id', 'subject_id', 'instrument_id', 'deed', 'kind', 'context'])
    .select(['situation', 'colleague_ids', 'nap', 'tau_u', 'told_at'])
    .where('in_use', '=', true)
    .execute()
}

type Row = Awaited<ReturnType<typeof tracesNow>>[number]

/** Who counts once: a person, or a team as one. */
function tracesOf(source: WorksSource, rows: readonly Row[]): Trace[] {
  const some = rows.map((row) => ({
    ...{ team: row.relation_id ?? '', person: row.person_id, subject: row.subject_id },
    ...{ instrument: row.instrument_id, deed: row.deed, colleagues: row.colleague_ids },
    setting: { kind: row.kind, context: row.context, situation: row.situation },
    ...{ nap: row.nap, tauU: row.tau_u, isNew: row.told_at === null },
  }))
  if (source === 'team') return asTeams(some, k)
  return some.map((one) => ({ ...one, unit: one.person ?? '' }))
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
  return trx
    .selectFrom('works_told')
    .select(['source', 'deed', 'groups', 'told_at'])
    .orderBy('source')
    .orderBy('deed')
    .execute()
}

type Telling = {
  workspace: WorkspaceId
  source: WorksSource
  deed: string
  groups: readonly WorksGroup[]
  now: Instant
}

async function putTold(trx: Trx, { workspace, source, deed, groups, now }: Telling): Promise<void> {
  const told = { groups: JSON.stringify(groups), told_at: now }
  await trx
    .insertInto('works_told')
    .values({ workspace_id: workspace, source, deed, ...told })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'source', 'deed']).doUpdateSet(told))
    .execute()
}

/** Of a deed of which nobody's trace is left nothing would ever come in place of what is told: it goes. */
async function removeTold(trx: Trx, source: WorksSource, deeds: readonly string[]): Promise<void> {
  if (deeds.length === 0) return
  await trx
    .deleteFrom('works_told')
    .where('source', '=', source)
    .where('deed', 'in', [...deeds])
    .execute()
}

async function markTold(
  trx: Trx,
  { source, deeds, now }: { source: WorksSource; deeds: readonly string[]; now: Instant },
): Promise<void> {
  if (deeds.length === 0) return
  await trx
    .updateTable('works_trace')
    .set({ told_at: now })
    .where('source', '=', source)
    .where('deed', 'in', [...deeds])
    .where('told_at', 'is', null)
    .where('in_use', '=', true)
    .execute()
}
