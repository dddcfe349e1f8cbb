import type { FhirVersion } from '@weerklank/core/feedback/fhir.import'
import type { FormId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import type { Trx } from '../schema.ts'
import type { FormRow, FormVersionRow } from './form.repository.ts'

/** A form with what of its versions stands in a list; their words stay where they are. */
export type FormHead = Pick<FormRow, 'id' | 'title' | 'changed_at' | 'needs_licence'> & {
  version: number
  label: string | null
  status: FormVersionRow['status']
  published: number | null
}

const ofForm = sql`o.workspace_id = form.workspace_id and o.form_id = form.id`

const heads = (trx: Trx) =>
  trx
    .selectFrom('form')
    .innerJoin('form_version as v', (join) =>
      join
        .onRef('v.workspace_id', '=', 'form.workspace_id')
        .onRef('v.form_id', '=', 'form.id')
        .on('v.version', '=', sql<number>`(select max(o.version) from form_version o where ${ofForm})`),
    )
    .select(['form.id', 'form.title', 'form.changed_at', 'form.needs_licence'])
    .select(['v.version', 'v.label', 'v.status'])
    .select(
      sql<
        number | null
      >`(select max(o.version) from form_version o where ${ofForm} and o.status = 'published')`.as(
        'published',
      ),
    )

/** Forms whose title holds these words, the last changed first, and how many there are. */
export async function formHeads(
  trx: Trx,
  of: { search: string; from: number; limit: number },
): Promise<{ total: number; heads: FormHead[] }> {
  const fits = sql<boolean>`strpos(lower(form.title), lower(${of.search})) > 0`
  const [{ count }, found] = await Promise.all([
    trx
      .selectFrom('form')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where(fits)
      .executeTakeFirstOrThrow(),
    heads(trx)
      .where(fits)
      .orderBy('form.changed_at', 'desc')
      .orderBy('form.id', 'desc')
      .offset(of.from)
      .limit(of.limit)
      .execute(),
  ])
  return { total: Number(count), heads: found }
}

export function formHead(trx: Trx, id: FormId): Promise<FormHead | undefined> {
  return heads(trx).where('form.id', '=', id).executeTakeFirst()
}

/** Forms that need a licence and of which some version is published. */
export async function licensedHeads(trx: Trx): Promise<FormHead[]> {
  const found = await heads(trx).where('form.needs_licence', '=', true).orderBy('form.title').execute()
  return found.filter(({ published }) => published !== null)
}

export type VersionHead = {
  version: number
  label: string | null
  status: FormVersionRow['status']
  fhirVersion: FhirVersion
  by: string
  at: Instant
  publishedAt: Instant | null
}

/** The versions of a form, the newest first. */
export function versionHeads(trx: Trx, form: FormId): Promise<VersionHead[]> {
  return trx
    .selectFrom('form_version as v')
    .innerJoin('member as m', (join) =>
      join.onRef('m.workspace_id', '=', 'v.workspace_id').onRef('m.id', '=', 'v.created_by'),
    )
    .select(['v.version', 'v.label', 'v.status', 'v.fhir_version as fhirVersion', 'm.name as by'])
    .select(['v.created_at as at', 'v.published_at as publishedAt'])
    .where('v.form_id', '=', form)
    .orderBy('v.version', 'desc')
    .execute()
}
