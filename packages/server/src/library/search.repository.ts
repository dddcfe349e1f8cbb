import type { LibraryFilter } from '@weerklank/core/library/filter'
import type { Item } from '@weerklank/core/library/item.schema'
import { type SearchTerm, tsQueryText } from '@weerklank/core/library/search-words'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../schema.ts'

export type Hit = { key: string; version: number; isOwn: boolean; body: Item }

/** One page of what fits, the nearest to the words first and then by title, with how many there are in all. */
export async function searchItems(
  trx: Trx,
  of: {
    workspace: WorkspaceId
    filter: LibraryFilter
    terms: readonly SearchTerm[]
    language: Language
    from: number
    atMost: number
  },
): Promise<{ hits: Hit[]; total: number }> {
  const { workspace, filter, terms, language, from, atMost } = of
  const query = await queryOf(trx, terms)
  if (query === 'nothing') return { hits: [], total: 0 }
  const order = sql.ref(language === 'nl' ? 'order_nl' : 'order_en')
  const rank = query === null ? sql`0` : sql`ts_rank(words, ${query}::tsquery)`
  const part = (table: string, isOwn: boolean) => sql`
    select item_key, version, ${isOwn ? sql`item_id` : sql`null::uuid`} as own, ${rank} as rank, ${order} as listed
    from ${sql.table(table)} where ${isOwn ? sql`workspace_id = ${workspace}` : sql`true`} and ${sql.join(conditions(filter, query), sql` and `)}`
  const parts = [
    ...(filter.origin === 'own' ? [] : [part('library_shipped_search', false)]),
    ...(filter.origin === 'shipped' ? [] : [part('library_search', true)]),
  ]
  const { rows } = await sql<{
    item_key: string
    version: number
    is_own: boolean
    total: number
    body: Item
  }>`
    with found as (${sql.join(parts, sql` union all `)}),
      page as (select *, count(*) over ()::int as total from found
        order by rank desc, listed, item_key limit ${sql.lit(atMost)} offset ${sql.lit(from)})
    select page.item_key, page.version, page.own is not null as is_own, page.total, coalesce(s.body, i.body) as body from page
    left join library_shipped s on page.own is null and s.item_key = page.item_key and s.version = page.version
    left join library_item i on i.workspace_id = ${workspace} and i.id = page.own and i.version = page.version
    order by page.rank desc, page.listed, page.item_key`.execute(trx)
  return {
    hits: rows.map(({ item_key, version, is_own, body }) => ({
      key: item_key,
      version,
      isOwn: is_own,
      body,
    })),
    total: rows[0]?.total ?? 0,
  }
}

/** The terms as PostgreSQL stems them, in both languages; null without terms, `nothing` where only stop words are left. */
async function queryOf(trx: Trx, terms: readonly SearchTerm[]): Promise<string | null | 'nothing'> {
  const asked = tsQueryText(terms)
  if (asked === '') return null
  const { rows } = await sql<{ query: string }>`
    select (to_tsquery('dutch', unaccent(${asked})) || to_tsquery('english', unaccent(${asked})))::text as query`.execute(
    trx,
  )
  return rows[0]?.query || 'nothing'
}

function conditions(filter: LibraryFilter, query: string | null): RawBuilder<unknown>[] {
  const is = (column: string, value: string | null) =>
    value === null ? [] : [sql`${sql.ref(column)} = ${value}`]
  const has = (column: string, value: string | null) =>
    value === null ? [] : [sql`${value} = any (${sql.ref(column)})`]
  /** An item that names nothing there fits anywhere there. */
  const fits = (column: string, value: string | null) =>
    value === null ? [] : [sql`(${sql.ref(column)} = '{}' or ${value} = any (${sql.ref(column)}))`]
  return [
    sql`true`,
    ...(query === null ? [] : [sql`words @@ ${query}::tsquery`]),
    ...is('kind', filter.kind),
    ...is('grade', filter.grade),
    ...(filter.grade === null ? [] : [sql`provenance <> 'chatbot-list'`]),
    ...fits('relations', filter.relation),
    ...fits('contexts', filter.context),
    ...fits('situations', filter.situation),
    ...fits('moments', filter.moment),
    ...has('levels', filter.level),
    ...has('languages', filter.language),
    ...(filter.minutes === null ? [] : [sql`minutes <= ${filter.minutes}`]),
    ...(filter.people === null
      ? []
      : [sql`(people_from is null or ${filter.people}::int between people_from and people_to)`]),
  ]
}
