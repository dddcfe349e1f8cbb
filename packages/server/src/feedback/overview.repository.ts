import type { RelationId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Selectable, sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Schema, Trx } from '../schema.ts'

export type OverviewRow = Pick<
  Selectable<Schema['relation']>,
  'id' | 'title' | 'kind' | 'context' | 'situation' | 'closed_at' | 'attention_at'
>

type Wanted = { search: string; closed: boolean; from: number; size: number; attentionOnly?: boolean }

/** The member's relations, those with the newest open signal first, then by title; with how many there are in all. */
export async function listRelations(
  trx: Trx,
  wanted: Wanted,
): Promise<{ rows: OverviewRow[]; total: number }> {
  const pattern = `%${wanted.search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const rows = await trx
    .selectFrom('relation')
    .select(['id', 'title', 'kind', 'context', 'situation', 'closed_at', 'attention_at'])
    .select(sql<string>`count(*) over ()`.as('total'))
    .where('closed_at', wanted.closed ? 'is not' : 'is', null)
    .$if(wanted.search !== '', (query) => query.where('search_text', 'like', pattern))
    .$if(wanted.attentionOnly === true, (query) => query.where('attention_at', 'is not', null))
    .orderBy('attention_at', (order) => order.desc().nullsLast())
    .orderBy('title')
    .orderBy('id')
    .offset(wanted.from)
    .limit(wanted.size)
    .execute()
  return { rows, total: Number(rows[0]?.total ?? 0) }
}

/** The relations that are going on. */
export async function openRelations(trx: Trx): Promise<RelationId[]> {
  return (await openSince(trx, null)).open
}

/** The relations that are going on, and those of them that have a contact since a moment or one to come. */
export async function openSince(
  trx: Trx,
  since: Instant | null,
): Promise<{ open: RelationId[]; withContact: RelationId[] }> {
  // As texts: thousands of rows cost more than what they hold.
  const ids = sql<string | null>`string_agg(id::text, ' ')`
  const row = await trx
    .selectFrom('relation')
    .select(ids.as('open'))
    .select(
      sql<string | null>`${ids} filter (where latest_contact_at >= ${since}::timestamptz)`.as('withContact'),
    )
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  const listed = (text: string | null | undefined) => (text?.split(' ') ?? []) as RelationId[]
  return { open: listed(row?.open), withContact: listed(row?.withContact) }
}

/** What some relations are called. */
export async function titlesOf(trx: Trx, relations: readonly RelationId[]): Promise<Map<RelationId, string>> {
  if (relations.length === 0) return new Map()
  const rows = await trx
    .selectFrom('relation')
    .select(['id', 'title'])
    .where('id', '=', anyOf(relations))
    .execute()
  return new Map(rows.map((row) => [row.id, row.title]))
}

/** The last answer per relation. */
export async function lastAnswers(
  trx: Trx,
  relations: readonly RelationId[],
): Promise<Map<RelationId, Instant>> {
  if (relations.length === 0) return new Map()
  const rows = await trx
    .selectFrom('response')
    .select(['relation_id', sql<Instant>`max(answered_at)`.as('at')])
    .where('relation_id', '=', anyOf(relations))
    .groupBy('relation_id')
    .execute()
  return new Map(rows.map((row) => [row.relation_id, row.at]))
}

/** The first contact from a moment on, per relation. */
export async function nextContacts(
  trx: Trx,
  relations: readonly RelationId[],
  from: Instant,
): Promise<Map<RelationId, Instant>> {
  if (relations.length === 0) return new Map()
  const rows = await trx
    .selectFrom('contact')
    .select(['relation_id', sql<Instant>`min(at)`.as('at')])
    .where('relation_id', '=', anyOf(relations))
    .where('at', '>=', from)
    .groupBy('relation_id')
    .execute()
  return new Map(rows.map((row) => [row.relation_id, row.at]))
}
