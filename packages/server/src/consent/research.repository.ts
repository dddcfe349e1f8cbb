import type { MemberId, PersonId, ResearchExportId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'
import { type Insertable, sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Schema, Trx } from '../schema.ts'

/** The register with how often everyone took part; nothing that anybody answered. */
export async function registerRows(trx: Trx) {
  const people = await trx
    .selectFrom('research_register')
    .select(['person_id', 'code', 'consent', 'consent_at'])
    .orderBy(sql`length(code)`)
    .orderBy('code')
    .execute()
  const moments = await trx
    .selectFrom('research_moment')
    .select(['person_id', 'month', 'kind', 'received'])
    .orderBy('month')
    .execute()
  return { people, moments }
}

/** The material as it may be used now: of what is on hold the database shows a researcher nothing. */
function inForce(trx: Trx) {
  return trx
    .selectFrom('research_answer')
    .innerJoin('research_register', (join) =>
      join
        .onRef('research_register.workspace_id', '=', 'research_answer.workspace_id')
        .onRef('research_register.person_id', '=', 'research_answer.person_id'),
    )
}

export type MaterialRow = {
  id: string
  person_id: PersonId
  code: string
  voice: string
  kind: string
  context: string | null
  situation: string | null
  instrument_id: string
  instrument_version: number
  answers: Readonly<Record<string, number>>
  answered_on: Day
}

/** The material in a fixed order, a page of it or all. */
export async function materialRows(
  trx: Trx,
  page: { from: number; size: number } | null,
): Promise<MaterialRow[]> {
  return inForce(trx)
    .select(['research_answer.id', 'research_answer.person_id', 'research_register.code', 'voice', 'kind'])
    .select(['context', 'situation', 'instrument_id', 'instrument_version', 'answers', 'answered_on'])
    .orderBy('answered_on')
    .orderBy('research_answer.id')
    .$if(page !== null, (query) => query.offset(page?.from ?? 0).limit(page?.size ?? 0))
    .execute()
}

/** How much there is, and of how many people. */
export async function materialCounts(trx: Trx): Promise<{ people: number; answers: number }> {
  const row = await inForce(trx)
    .select([
      sql<number>`count(*)::int`.as('answers'),
      sql<number>`count(distinct research_answer.person_id)::int`.as('people'),
    ])
    .executeTakeFirst()
  return { people: row?.people ?? 0, answers: row?.answers ?? 0 }
}

export type ExportRow = {
  id: ResearchExportId
  title: string
  made_at: Instant
  made_by: string
  rows: number
  published_at: Instant | null
}

/** Keeps that a file left, and who is in it; false when its identifier is known. */
export async function insertExport(
  trx: Trx,
  row: Insertable<Schema['research_export']> & { workspace_id: WorkspaceId; made_by: MemberId },
  persons: readonly PersonId[],
): Promise<boolean> {
  const result = await trx
    .insertInto('research_export')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  if (result.numInsertedOrUpdatedRows !== 1n) return false
  if (persons.length === 0) return true
  const inIt = persons.map((person_id) => ({
    ...{ workspace_id: row.workspace_id, export_id: row.id, person_id, withdrawn_at: null },
  }))
  await trx.insertInto('research_export_person').values(inIt).execute()
  return true
}

/** The files that left, newest first. */
export async function exportRows(trx: Trx, only?: ResearchExportId): Promise<ExportRow[]> {
  const rows = await trx
    .selectFrom('research_export')
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'research_export.workspace_id')
        .onRef('member.id', '=', 'research_export.made_by'),
    )
    .select(['research_export.id', 'title', 'made_at', 'rows', 'published_at'])
    .select(({ fn, val }) => fn.coalesce('member.name', val('')).as('made_by'))
    .$if(only !== undefined, (query) => query.where('research_export.id', '=', only ?? ''))
    .orderBy('made_at', 'desc')
    .orderBy('research_export.id')
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as ResearchExportId }))
}

/** Who withdrew since, of some files, by code. */
export async function withdrawnFrom(
  trx: Trx,
  exports: readonly ResearchExportId[],
): Promise<{ export_id: string; code: string; withdrawn_at: Instant }[]> {
  const rows = await trx
    .selectFrom('research_export_person')
    .innerJoin('research_register', (join) =>
      join
        .onRef('research_register.workspace_id', '=', 'research_export_person.workspace_id')
        .onRef('research_register.person_id', '=', 'research_export_person.person_id'),
    )
    .select(['export_id', 'code', 'withdrawn_at'])
    .where('export_id', '=', anyOf(exports))
    .where('withdrawn_at', 'is not', null)
    .orderBy('withdrawn_at')
    .orderBy('code')
    .execute()
  return rows.flatMap(({ withdrawn_at, ...row }) => (withdrawn_at === null ? [] : [{ ...row, withdrawn_at }]))
}

/** Says that results of a file were published; the first time stays. */
export async function setPublished(trx: Trx, id: ResearchExportId, at: Instant): Promise<void> {
  await trx
    .updateTable('research_export')
    .set({ published_at: at })
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .execute()
}
