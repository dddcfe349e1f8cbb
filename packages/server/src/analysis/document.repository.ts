import type { Speaking } from '@weerklank/core/analysis/analysis'
import { voiceKey } from '@weerklank/core/analysis/analysis'
import { fold } from '@weerklank/core/analysis/fold'
import type { AnalysisId, DocumentId, PassageId, PersonId } from '@weerklank/core/shared/ids'
import { type Insertable, type Selectable, sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type { AnalysisDocumentTable, AnalysisPassageTable } from './analysis.table.ts'
import type { In } from './workbook.rows.ts'

export type PassageRow = Selectable<AnalysisPassageTable>

/** A passage to be kept; consent for it was looked up, and the database refuses it without. */
export type NewPassage = Speaking & {
  id: PassageId
  ordinal: number
  sourceRef: string
  person: PersonId | null
  speaker: string
  body: string
}

/** False when the identifier is taken. */
export async function insertDocument(trx: Trx, row: Insertable<AnalysisDocumentTable>): Promise<boolean> {
  const result = await trx
    .insertInto('analysis_document')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Keeps passages, as one array in one parameter: there may be thousands. */
export async function insertPassages(
  trx: Trx,
  passages: readonly NewPassage[],
  of: In & { document: DocumentId },
): Promise<void> {
  if (passages.length === 0) return
  const rows = passages.map(({ sourceRef, person, ...passage }) => ({
    ...{ ...passage, workspace_id: of.workspace, analysis_id: of.analysis, document_id: of.document },
    ...{ source_ref: sourceRef, person_id: person, purpose: 'analysis', in_use: true },
    ...{ voice_key: voiceKey(passage), folded: fold(passage.body) },
  }))
  await sql`insert into analysis_passage
    select * from jsonb_populate_recordset(null::analysis_passage, ${JSON.stringify(rows)}::jsonb)`.execute(
    trx,
  )
}

/** Where a document comes: behind those that are there. */
export async function nextPosition(trx: Trx, analysis: AnalysisId): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(position), 0) + 1 as next from analysis_document where analysis_id = ${analysis}`.execute(
    trx,
  )
  return rows[0]?.next ?? 1
}

/** The passages of a document from one place on. */
export async function passagesOf(
  trx: Trx,
  document: DocumentId,
  page: { from: number; limit: number },
): Promise<PassageRow[]> {
  return trx
    .selectFrom('analysis_passage')
    .selectAll()
    .where('document_id', '=', document)
    .where('ordinal', '>=', page.from)
    .orderBy('ordinal')
    .orderBy('id')
    .limit(page.limit)
    .execute()
}

export async function codingsIn(trx: Trx, passages: readonly PassageId[]) {
  if (passages.length === 0) return []
  return trx
    .selectFrom('analysis_coding')
    .selectAll()
    .where('passage_id', '=', anyOf(passages))
    .orderBy('start_at')
    .orderBy('end_at')
    .orderBy('id')
    .execute()
}

/** Numbers for so many new speakers; a number is never given twice. Gives the first of them. */
export async function takeSpeakers(trx: Trx, analysis: AnalysisId, count: number): Promise<number> {
  const row = await trx
    .updateTable('analysis')
    .set(({ eb, ref }) => ({ speakers: eb(ref('speakers'), '+', count) }))
    .where('id', '=', analysis)
    .returning('speakers')
    .executeTakeFirstOrThrow()
  return row.speakers - count + 1
}

/** As whom people speak here already; their rows must be in reach. */
export async function speakersOf(
  trx: Trx,
  analysis: AnalysisId,
  persons: readonly PersonId[],
): Promise<Map<PersonId, string>> {
  const rows = await trx
    .selectFrom('analysis_passage')
    .select(['person_id', 'speaker'])
    .distinct()
    .where('analysis_id', '=', analysis)
    .where('person_id', '=', anyOf(persons))
    .where('speaker', '!=', '')
    .execute()
  return new Map(rows.flatMap(({ person_id: id, speaker }) => (id === null ? [] : [[id, speaker] as const])))
}

/** Who of some persons consented, in force now; their choices must be in reach. Held until the end of the transaction. */
export async function consenting(trx: Trx, persons: readonly PersonId[]): Promise<Set<PersonId>> {
  const rows = await trx
    .selectFrom('consent_grant')
    .select('person_id')
    .where('person_id', '=', anyOf(persons))
    .where('purpose', '=', 'analysis')
    .where('in_force', '=', true)
    .execute()
  return new Set(rows.map(({ person_id: id }) => id))
}
