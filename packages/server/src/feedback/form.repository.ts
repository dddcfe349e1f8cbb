import type { FhirVersion } from '@weerklank/core/feedback/fhir.import'
import type { FormId, FormResponseId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
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
  /** Rises with each change of the form: a draft of the same version may read otherwise. */
  revision: number
  stored_at: FormVersionRow['created_at']
  /** The source as text: the numbers in it are as they were written (`1.50`). */
  source_text: string | null
}

const withVersion = (trx: Trx) =>
  trx
    .selectFrom('form')
    .innerJoin('form_version as v', (join) =>
      join.onRef('v.workspace_id', '=', 'form.workspace_id').onRef('v.form_id', '=', 'form.id'),
    )
    .select(['form.id', 'form.url', 'form.title', 'form.revision', 'v.created_at as stored_at'])
    .select(['v.workspace_id', 'v.form_id', 'v.version', 'v.label', 'v.status', 'v.fhir_version'])
    .select(['v.model', 'v.report', 'v.published_at'])
    .select(sql<string | null>`v.source::text`.as('source_text'))

type WithVersion = Omit<StoredForm, 'source'>
const withSource = (row: WithVersion): StoredForm => ({
  ...row,
  source: row.source_text === null ? null : JSON.parse(row.source_text),
})

const isNewest = sql<boolean>`v.version = (select max(version) from form_version n
  where n.workspace_id = v.workspace_id and n.form_id = v.form_id)`

/** One version of a form; the newest unless one is named. */
export async function findForm(trx: Trx, id: FormId, version?: number): Promise<StoredForm | undefined> {
  const of = withVersion(trx).where('form.id', '=', id)
  const wanted = version === undefined ? of.where(isNewest) : of.where('v.version', '=', version)
  const row = await wanted.executeTakeFirst()
  return row && withSource(row)
}

/** The form with a canonical address: the version that it calls `label` itself, or the newest. */
export async function findFormByUrl(trx: Trx, url: string, label?: string): Promise<StoredForm | undefined> {
  const of = withVersion(trx).where('form.url', '=', url)
  const wanted = label === undefined ? of.where(isNewest) : of.where('v.label', '=', label)
  const row = await wanted.orderBy('v.version', 'desc').executeTakeFirst()
  return row && withSource(row)
}

/** The form that was called `id` where it came from, when only one was; in its newest version. */
export async function findFormByFormerId(trx: Trx, id: string): Promise<StoredForm | undefined> {
  const rows = await withVersion(trx)
    .where(isNewest)
    .where(sql<boolean>`v.source->>'id' = ${id}`)
    .limit(2)
    .execute()
  const [only, other] = rows
  return only === undefined || other !== undefined ? undefined : withSource(only)
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

/** What is looked for: of each that is named, one of its values. */
export type FormSearch = {
  ids?: readonly FormId[]
  urls?: readonly string[]
  /** The name for programs, from its beginning. */
  name?: string
  changed?: readonly Moment[]
  title?: { text: string; how: 'start' | 'contains' | 'exact' }
  labels?: readonly string[]
  statuses?: readonly FormVersionRow['status'][]
  limit: number
  offset: number
}

/** Before or after an instant; both ends count where the operator says so. */
export type Moment = { operator: '<' | '<=' | '>' | '>='; at: string }

function fitsMoment(column: RawBuilder<unknown>, { operator, at }: Moment): RawBuilder<unknown> {
  return sql`${column} ${sql.raw(operator)} ${at}::timestamptz`
}

const fitsOne = (column: string, values: readonly string[] | undefined): RawBuilder<unknown>[] =>
  values === undefined ? [] : [sql`${sql.ref(column)}::text = any(${[...values]}::text[])`]

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
  return { total: Number(count), forms: forms.map(withSource) }
}

function conditionsOf(search: FormSearch): RawBuilder<unknown>[] {
  const { title, name, changed = [] } = search
  return [
    ...fitsOne('form.id', search.ids),
    ...fitsOne('form.url', search.urls),
    ...fitsOne('v.label', search.labels),
    ...fitsOne('v.status', search.statuses),
    ...changed.map((one) => fitsMoment(sql`v.created_at`, one)),
    ...(name === undefined ? [] : [sql`strpos(lower(v.model->>'name'), lower(${name})) = 1`]),
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

/** Answers with what came in as text: the numbers in it are as they were written. */
export type StoredResponse = FormResponseRow & { source_text: string | null }

const responses = (trx: Trx) =>
  trx.selectFrom('form_response').selectAll().select(sql<string | null>`source::text`.as('source_text'))

/** One answer, when it is in reach. */
export function findResponse(trx: Trx, id: FormResponseId): Promise<StoredResponse | undefined> {
  return responses(trx).where('id', '=', id).executeTakeFirst()
}

export type ResponseSearch = {
  ids?: readonly FormResponseId[]
  form?: FormId
  relation?: RelationId
  participant?: string
  statuses?: readonly FormResponseRow['status'][]
  authored?: readonly Moment[]
  changed?: readonly Moment[]
  limit: number
  offset: number
}

/** Answers in reach, the newest first, and how many there are. */
export async function searchResponses(
  trx: Trx,
  search: ResponseSearch,
): Promise<{ total: number; responses: StoredResponse[] }> {
  const fits = sql<boolean>`(${sql.join([sql`true`, ...responseConditions(search)], sql` and `)})`
  const { count } = await trx
    .selectFrom('form_response')
    .where(fits)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  const found = await responses(trx)
    .where(fits)
    .orderBy('answered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(search.limit)
    .offset(search.offset)
    .execute()
  return { total: Number(count), responses: found }
}

function responseConditions(search: ResponseSearch): RawBuilder<unknown>[] {
  const { form, relation, participant, authored = [], changed = [] } = search
  return [
    ...fitsOne('id', search.ids),
    ...fitsOne('status', search.statuses),
    ...(form === undefined ? [] : [sql`form_id = ${form}`]),
    ...(relation === undefined ? [] : [sql`relation_id = ${relation}`]),
    ...(participant === undefined ? [] : [sql`participant_id = ${participant}::uuid`]),
    ...authored.map((one) => fitsMoment(sql`answered_at`, one)),
    ...changed.map((one) => fitsMoment(sql`stored_at`, one)),
  ]
}
