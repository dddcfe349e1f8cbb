import type { AnalysisDocument } from '@weerklank/core/analysis/analysis.contract'
import type { AnalysisId, DocumentId, MemberId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Insertable, type Selectable, sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type { AnalysisDocumentTable, AnalysisTable } from './analysis.table.ts'

export type AnalysisRow = Selectable<AnalysisTable>
export type DocumentRow = Selectable<AnalysisDocumentTable>

/** The analysis, held until the end of the transaction: what analysts do comes one after the other. */
export async function lockAnalysis(trx: Trx, id: AnalysisId): Promise<AnalysisRow> {
  return trx.selectFrom('analysis').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

export async function findAnalysis(trx: Trx, id: AnalysisId): Promise<AnalysisRow | undefined> {
  return trx.selectFrom('analysis').selectAll().where('id', '=', id).executeTakeFirst()
}

/** False when the identifier is taken. */
export async function insertAnalysis(trx: Trx, row: Insertable<AnalysisTable>): Promise<boolean> {
  const result = await trx
    .insertInto('analysis')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Changes what an analysis is about; the version grows. */
export async function writeAnalysis(
  trx: Trx,
  id: AnalysisId,
  to: Pick<AnalysisRow, 'title' | 'question' | 'member_ids'> & { sources: string; at: Instant },
): Promise<void> {
  const { at, ...fields } = to
  await trx
    .updateTable('analysis')
    .set(({ eb, ref }) => ({ ...fields, changed_at: at, version: eb(ref('version'), '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** The next number of a deed; from now on it counts as changed. */
export async function nextSeq(trx: Trx, id: AnalysisId, at: Instant): Promise<number> {
  const row = await trx
    .updateTable('analysis')
    .set(({ eb, ref }) => ({ deeds: eb(ref('deeds'), '+', 1), changed_at: at }))
    .where('id', '=', id)
    .returning('deeds')
    .executeTakeFirstOrThrow()
  return row.deeds
}

export async function removeAnalysis(trx: Trx, id: AnalysisId): Promise<void> {
  await trx.deleteFrom('analysis').where('id', '=', id).execute()
}

/** The analyses on which a member works, the one that changed last in front. */
export async function listAnalyses(trx: Trx, member: MemberId): Promise<AnalysisRow[]> {
  return trx
    .selectFrom('analysis')
    .selectAll()
    .where(sql<boolean>`${member}::uuid = any (member_ids)`)
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .execute()
}

/** How many documents and quotes some analyses have that are in reach. */
export async function countsOf(trx: Trx, ids: readonly AnalysisId[]) {
  if (ids.length === 0) return new Map<string, { documents: number; quotes: number }>()
  const { rows } = await sql<{ id: string; documents: number; quotes: number }>`
    select a.id,
      (select count(*)::int from analysis_document d where d.workspace_id = a.workspace_id and d.analysis_id = a.id)
        as documents,
      (select count(*)::int from analysis_coding c
        join analysis_passage p on p.workspace_id = c.workspace_id and p.id = c.passage_id
        where c.workspace_id = a.workspace_id and c.analysis_id = a.id) as quotes
    from analysis a where a.id = ${anyOf(ids)}`.execute(trx)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

/** Documents in their order, with what is missing in them and how much is coded; of all, or one. */
export async function documentsOf(
  trx: Trx,
  analysis: AnalysisId,
  only?: DocumentId,
): Promise<AnalysisDocument[]> {
  const one = only === undefined ? sql`` : sql`and document_id = ${only}`
  const { rows } = await sql<DocumentRow & { kept: number; codings: number }>`
    select d.*, coalesce(p.kept, 0)::int as kept, coalesce(c.codings, 0)::int as codings
    from analysis_document d
    left join (select document_id, count(*) as kept from analysis_passage
      where analysis_id = ${analysis} ${one} group by document_id) p on p.document_id = d.id
    left join (select c.document_id, count(*) as codings from analysis_coding c
      join analysis_passage q on q.workspace_id = c.workspace_id and q.id = c.passage_id
      where c.analysis_id = ${analysis} ${only === undefined ? sql`` : sql`and c.document_id = ${only}`}
      group by c.document_id) c on c.document_id = d.id
    where d.analysis_id = ${analysis} ${only === undefined ? sql`` : sql`and d.id = ${only}`}
    order by d.position, d.at, d.id`.execute(trx)
  return rows.map(({ kept, codings, ...row }) => ({
    ...{ id: row.id, title: row.title, source: row.source, at: row.at, position: row.position },
    ...{ size: row.size, gaps: Math.max(0, row.size - kept), codings, voices: [...row.voices] },
    isBrought: row.brought_by !== null,
  }))
}

/** How many quotes each code has, of those that the reader may see. */
export async function quotesPerCode(trx: Trx, analysis: AnalysisId): Promise<Map<string, number>> {
  const { rows } = await sql<{ code_id: string; quotes: number }>`
    select c.code_id, count(*)::int as quotes from analysis_coding c
    join analysis_passage p on p.workspace_id = c.workspace_id and p.id = c.passage_id
    where c.analysis_id = ${analysis} group by c.code_id`.execute(trx)
  return new Map(rows.map((row) => [row.code_id, row.quotes]))
}

export async function memosOf(trx: Trx, analysis: AnalysisId) {
  return trx
    .selectFrom('analysis_memo')
    .selectAll()
    .where('analysis_id', '=', analysis)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** Colleagues by name: those of these identifiers, or all who work here. */
export async function colleagues(trx: Trx, only?: readonly MemberId[]) {
  return trx
    .selectFrom('member')
    .select(['id', 'name', 'roles', 'ended_at'])
    .$if(only !== undefined, (query) => query.where('id', '=', anyOf(only ?? [])))
    .orderBy('name')
    .orderBy('id')
    .execute()
}
