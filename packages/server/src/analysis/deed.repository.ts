import type { DeedId } from '@weerklank/core/analysis/deed.contract'
import type { Patch, RowChange } from '@weerklank/core/analysis/patch'
import type { AnalysisId, MemberId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Selectable, sql } from 'kysely'
import type { Trx } from '../schema.ts'
import type { AnalysisDeedTable } from './analysis.table.ts'
import { hangsOn, type In } from './workbook.rows.ts'

export type DeedRow = Selectable<AnalysisDeedTable>

/** Keeps a deed with every row it changed. What of it was made blind is shown to nobody else until the round is over. */
export async function insertDeed(
  trx: Trx,
  row: Omit<DeedRow, 'sealed' | 'workspace_id' | 'analysis_id'>,
  of: In & { patch: Patch },
): Promise<void> {
  const { patch, workspace, analysis } = of
  const parts = patch.map((change, part) => ({
    ...{ workspace_id: workspace, deed_id: row.id, part, analysis_id: analysis, member_id: row.member_id },
    ...{ row_kind: change.row, row_id: change.id, ...hangsOn(change) },
    ...{ before: change.before, after: change.after, sealed: isSealed(change) },
  }))
  const sealed = parts.some((part) => part.sealed)
  await trx
    .insertInto('analysis_deed')
    .values({ ...row, workspace_id: workspace, analysis_id: analysis, sealed })
    .execute()
  if (parts.length === 0) return
  // An absent row is no row, not the word `null`.
  await sql`insert into analysis_deed_part
    select * from jsonb_populate_recordset(null::analysis_deed_part, ${JSON.stringify(parts)}::jsonb)`.execute(
    trx,
  )
}

function isSealed({ row, before, after }: RowChange): boolean {
  return row !== 'code' && (after?.sealed === true || before?.sealed === true)
}

/** What a deed changed, as far as the words it hangs on are still there. */
export async function patchOfDeed(trx: Trx, deed: DeedId): Promise<Patch> {
  const rows = await trx
    .selectFrom('analysis_deed_part')
    .select(['row_kind', 'row_id', 'before', 'after'])
    .where('deed_id', '=', deed)
    .orderBy('part')
    .execute()
  return rows.map(
    ({ row_kind: row, row_id: id, before, after }) => ({ row, id, before, after }) as unknown as RowChange,
  )
}

/** The deed that is undone next, or done again next; undefined when there is none. */
export async function nextDeed(
  trx: Trx,
  of: { analysis: AnalysisId; member: MemberId },
  way: 'undo' | 'redo',
): Promise<DeedRow | undefined> {
  return trx
    .selectFrom('analysis_deed')
    .selectAll()
    .where('analysis_id', '=', of.analysis)
    .where('member_id', '=', of.member)
    .where('state', '=', way === 'undo' ? 'done' : 'undone')
    .orderBy('seq', way === 'undo' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst()
}

/** Whether there is something of one's own to undo, and to do again. */
export async function mayTurn(trx: Trx, of: { analysis: AnalysisId; member: MemberId }) {
  const { rows } = await sql<{ can_undo: boolean; can_redo: boolean }>`
    select coalesce(bool_or(state = 'done'), false) as can_undo, coalesce(bool_or(state = 'undone'), false) as can_redo
    from analysis_deed where analysis_id = ${of.analysis} and member_id = ${of.member}`.execute(trx)
  return { canUndo: rows[0]?.can_undo ?? false, canRedo: rows[0]?.can_redo ?? false }
}

export async function setState(
  trx: Trx,
  deed: DeedId,
  to: { state: DeedRow['state']; undoneAt: Instant | null },
): Promise<void> {
  await trx
    .updateTable('analysis_deed')
    .set({ state: to.state, undone_at: to.undoneAt })
    .where('id', '=', deed)
    .execute()
}

/** What was undone cannot be done again once something else was done. */
export async function dropUndone(trx: Trx, of: { analysis: AnalysisId; member: MemberId }): Promise<void> {
  await trx
    .updateTable('analysis_deed')
    .set({ state: 'dropped' })
    .where('analysis_id', '=', of.analysis)
    .where('member_id', '=', of.member)
    .where('state', '=', 'undone')
    .execute()
}

export async function findDeed(trx: Trx, id: DeedId): Promise<DeedRow | undefined> {
  return trx.selectFrom('analysis_deed').selectAll().where('id', '=', id).executeTakeFirst()
}

/** A page of the history with how many rows each deed changed, the last in front. */
export async function pastDeeds(
  trx: Trx,
  analysis: AnalysisId,
  page: { offset: number; size: number },
): Promise<(DeedRow & { rows: number })[]> {
  return trx
    .selectFrom('analysis_deed as d')
    .selectAll('d')
    .select(
      sql<number>`(select count(*)::int from analysis_deed_part p
        where p.workspace_id = d.workspace_id and p.deed_id = d.id)`.as('rows'),
    )
    .where('d.analysis_id', '=', analysis)
    .orderBy('seq', 'desc')
    .offset(page.offset)
    .limit(page.size)
    .execute()
}
