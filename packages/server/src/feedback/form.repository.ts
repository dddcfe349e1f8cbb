import type { FhirVersion } from '@weerklank/core/feedback/fhir.import'
import type { FormId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Trx } from '../schema.ts'
import type { FormResponseTable, FormTable, FormVersionTable } from './form.table.ts'

export type FormRow = Selectable<FormTable>
export type FormVersionRow = Selectable<FormVersionTable>
export type FormResponseRow = Selectable<FormResponseTable>

/** A form with one of its versions. */
export type StoredForm = Omit<FormVersionRow, 'created_by' | 'created_at'> & {
  id: FormId
  url: string | null
  title: string
  stored_at: FormVersionRow['created_at']
}

const withVersion = (trx: Trx) =>
  trx
    .selectFrom('form')
    .innerJoin('form_version as v', (join) =>
      join.onRef('v.workspace_id', '=', 'form.workspace_id').onRef('v.form_id', '=', 'form.id'),
    )
    .select(['form.id', 'form.url', 'form.title', 'v.created_at as stored_at'])
    .select(['v.workspace_id', 'v.form_id', 'v.version', 'v.label', 'v.status', 'v.fhir_version'])
    .select(['v.model', 'v.source', 'v.report', 'v.published_at'])

const isNewest = sql<boolean>`v.version = (select max(version) from form_version n
  where n.workspace_id = v.workspace_id and n.form_id = v.form_id)`

/** One version of a form; the newest unless one is named. */
export function findForm(trx: Trx, id: FormId, version?: number): Promise<StoredForm | undefined> {
  const of = withVersion(trx).where('form.id', '=', id)
  return (version === undefined ? of.where(isNewest) : of.where('v.version', '=', version)).executeTakeFirst()
}

/** The form with a canonical address: the version that it calls `label` itself, or the newest. */
export function findFormByUrl(trx: Trx, url: string, label?: string): Promise<StoredForm | undefined> {
  const of = withVersion(trx).where('form.url', '=', url)
  const wanted = label === undefined ? of.where(isNewest) : of.where('v.label', '=', label)
  return wanted.orderBy('v.version', 'desc').executeTakeFirst()
}

/** The row of a form for the rest of the transaction: nobody else adds a version meanwhile. */
export function lockForm(
  trx: Trx,
  by: { workspace: WorkspaceId } & ({ id: FormId } | { url: string }),
): Promise<FormRow | undefined> {
  const of = trx.selectFrom('form').selectAll().where('workspace_id', '=', by.workspace)
  return ('id' in by ? of.where('id', '=', by.id) : of.where('url', '=', by.url))
    .forUpdate()
    .executeTakeFirst()
}

export type FormSearch = {
  id?: FormId
  url?: string
  title?: { text: string; how: 'start' | 'contains' | 'exact' }
  label?: string
  status?: FormVersionRow['status']
  limit: number
  offset: number
}

/** The newest version of each form that fits, the last changed first, and how many there are. */
export async function searchForms(
  trx: Trx,
  search: FormSearch,
): Promise<{ total: number; forms: StoredForm[] }> {
  const fits = sql.join([isNewest, ...conditionsOf(search)], sql` and `)
  const of = withVersion(trx).where(sql<boolean>`(${fits})`)
  const { count } = await of
    .clearSelect()
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  const forms = await of
    .orderBy('form.changed_at', 'desc')
    .orderBy('form.id', 'desc')
    .limit(search.limit)
    .offset(search.offset)
    .execute()
  return { total: Number(count), forms }
}

function conditionsOf({ id, url, title, label, status }: FormSearch): RawBuilder<unknown>[] {
  return [
    ...(id === undefined ? [] : [sql`form.id = ${id}`]),
    ...(url === undefined ? [] : [sql`form.url = ${url}`]),
    ...(label === undefined ? [] : [sql`v.label = ${label}`]),
    ...(status === undefined ? [] : [sql`v.status = ${status}`]),
    ...(title === undefined ? [] : [titleFits(title)]),
  ]
}

function titleFits({ text, how }: NonNullable<FormSearch['title']>): RawBuilder<unknown> {
  if (how === 'exact') return sql`form.title = ${text}`
  const found = sql`strpos(lower(form.title), lower(${text}))`
  return how === 'start' ? sql`${found} = 1` : sql`${found} > 0`
}

export type NewVersion = {
  form: FormRow
  version: number
  label: string | null
  fhirVersion: FhirVersion
  status: FormVersionRow['status']
  model: unknown
  source: unknown
  report: unknown
}

export async function insertVersion(trx: Trx, of: NewVersion): Promise<void> {
  const { form, version, label, status, fhirVersion } = of
  await trx
    .insertInto('form_version')
    .values({
      ...{ workspace_id: form.workspace_id, form_id: form.id, version, label, status },
      ...{ fhir_version: fhirVersion, created_by: form.created_by, created_at: form.changed_at },
      ...{ model: JSON.stringify(of.model), report: JSON.stringify(of.report) },
      source: of.source === null ? null : JSON.stringify(of.source),
      published_at: status === 'published' ? form.changed_at : null,
    })
    .execute()
}

export async function newestVersion(trx: Trx, form: FormId): Promise<number> {
  const { newest } = await trx
    .selectFrom('form_version')
    .select(({ fn }) => fn.max('version').as('newest'))
    .where('form_id', '=', form)
    .executeTakeFirstOrThrow()
  return newest ?? 0
}

export type ResponseSearch = {
  form?: FormId
  relation?: RelationId
  participant?: string
  limit: number
  offset: number
}

/** Answers in reach, the newest first, and how many there are. */
export async function searchResponses(
  trx: Trx,
  search: ResponseSearch,
): Promise<{ total: number; responses: FormResponseRow[] }> {
  let of = trx.selectFrom('form_response')
  if (search.form !== undefined) of = of.where('form_id', '=', search.form)
  if (search.relation !== undefined) of = of.where('relation_id', '=', search.relation)
  if (search.participant !== undefined)
    of = of.where(sql<boolean>`participant_id = ${search.participant}::uuid`)
  const { count } = await of.select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  const responses = await of
    .selectAll()
    .orderBy('answered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(search.limit)
    .offset(search.offset)
    .execute()
  return { total: Number(count), responses }
}
