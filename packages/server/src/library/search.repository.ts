import type { LibraryFilter } from '@weerklank/core/library/filter'
import type { Item } from '@weerklank/core/library/item.schema'
import { alsoQueryText, type SearchTerm, tsQueryText } from '@weerklank/core/library/search-words'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../schema.ts'

export type Hit = { key: string; version: number; isOwn: boolean; body: Item }

type Asked = {
  workspace: WorkspaceId
  filter: LibraryFilter
  terms: readonly SearchTerm[]
  language: Language
  from: number
  atMost: number
}

/** `isPartial`: nothing holds all of the words; these hold some. `looked`: the terms that say something, by which it was found. */
export type Found = {
  hits: Hit[]
  total: number
  isPartial: boolean
  looked: readonly SearchTerm[]
}

/**
 * One page of what fits, with how many there are in all: what holds the words as they were typed before what holds others for
 * the same, then the nearest, then by title. Where nothing holds all words: what holds all but one, or else what holds most.
 */
export async function searchItems(trx: Trx, of: Asked): Promise<Found> {
  if (of.terms.length === 0) return { ...(await pageOf(trx, of, null)), isPartial: false, looked: [] }
  const terms = await queriesOf(trx, of.terms, of.language)
  const looked = terms.map(({ term }) => term)
  if (terms.length === 0) return { hits: [], total: 0, isPartial: false, looked }
  const all = await pageOf(trx, of, allOf(terms))
  if (all.total > 0 || terms.length === 1) return { ...all, isPartial: false, looked }
  const butOne = await pageOf(trx, of, allButOneOf(terms))
  if (butOne.total > 0 || terms.length === 2) return { ...butOne, isPartial: butOne.total > 0, looked }
  const some = await pageOf(trx, of, someOf(terms))
  return { ...some, isPartial: some.total > 0, looked }
}

/** What is matched, by what it is ranked, and which queries put an item first when it meets them. */
type Query = { match: string; rank: string; first: readonly string[] }

async function pageOf(
  trx: Trx,
  { workspace, filter, language, from, atMost }: Asked,
  query: Query | null,
): Promise<{ hits: Hit[]; total: number }> {
  const order = sql.ref(language === 'nl' ? 'order_nl' : 'order_en')
  const part = (table: string, isOwn: boolean) => sql`
    select item_key, version, ${isOwn ? sql`item_id` : sql`null::uuid`} as own, ${order} as listed, ${weighed(query)}
    from ${sql.table(table)} where ${isOwn ? sql`workspace_id = ${workspace}` : sql`true`} and ${sql.join(conditions(filter, query), sql` and `)}`
  const parts = [
    ...(filter.origin === 'own' ? [] : [part('library_shipped_search', false)]),
    ...(filter.origin === 'shipped' ? [] : [part('library_search', true)]),
  ]
  const { rows } = await sql<{
    item_key: string | null
    version: number
    is_own: boolean
    total: number
    body: Item
  }>`
    with found as (${sql.join(parts, sql` union all `)}),
      counted as (select count(*)::int as total from found),
      page as (select * from found
        order by met desc, rank desc, listed, item_key limit ${sql.lit(atMost)} offset ${sql.lit(from)})
    select page.item_key, page.version, page.own is not null as is_own, total, coalesce(s.body, i.body) as body
    from counted left join page on true
    left join library_shipped s on page.own is null and s.item_key = page.item_key and s.version = page.version
    left join library_item i on i.workspace_id = ${workspace} and i.id = page.own and i.version = page.version
    order by page.met desc, page.rank desc, page.listed, page.item_key`.execute(trx)
  return {
    // Past the last page there is the count alone.
    hits: rows.flatMap(({ item_key: key, version, is_own: isOwn, body }) =>
      key === null ? [] : [{ key, version, isOwn, body }],
    ),
    total: rows[0]?.total ?? 0,
  }
}

function weighed(query: Query | null): RawBuilder<unknown> {
  if (query === null) return sql`0 as met, 0 as rank`
  const met = query.first.map((one) => sql`(words @@ ${one}::tsquery)::int`)
  return sql`${met.length === 0 ? sql`0` : sql.join(met, sql` + `)} as met, ts_rank(words, ${query.rank}::tsquery) as rank`
}

/** A term as PostgreSQL stems it: by the words that were typed or meant, and by those for the same as well. */
type TermQuery = { term: SearchTerm; typed: string; full: string }

/** The terms as queries, without words that say nothing in the searcher's language; those are kept when there is nothing else. */
async function queriesOf(trx: Trx, terms: readonly SearchTerm[], language: Language): Promise<TermQuery[]> {
  const said = (one: Language) => terms.map((term) => tsQueryText(term, { isOwn: one === language }))
  const { rows } = await sql<{ nl: string; en: string; also: string }>`
    select to_tsquery('dutch', unaccent(dutch))::text as nl, to_tsquery('english', unaccent(english))::text as en,
      to_tsquery(called::regconfig, unaccent(also))::text as also
    from unnest(${said('nl')}::text[], ${said('en')}::text[], ${terms.map(alsoQueryText)}::text[], ${terms.map(calledIn)}::text[])
      with ordinality as term (dutch, english, also, called, at) order by at`.execute(trx)
  const queries = terms.flatMap((term, at) => {
    const row = rows[at]
    const typed = anyOf([row?.nl, row?.en])
    return row === undefined || typed === ''
      ? []
      : [{ term, typed, full: anyOf([typed, row.also]), says: row[language] !== '' }]
  })
  const telling = queries.filter(({ says }) => says)
  return telling.length === 0 ? queries : telling
}

const calledIn = ({ also }: SearchTerm) => (also?.language === 'en' ? 'english' : 'dutch')
const anyOf = (queries: readonly (string | undefined)[]) => joined(queries, ' | ')
const joined = (queries: readonly (string | undefined)[], by: string) =>
  [...new Set(queries.filter((one) => one !== undefined && one !== ''))].map((one) => `(${one})`).join(by)

function allOf(terms: readonly TermQuery[]): Query {
  const full = terms.map((one) => one.full)
  const hasOthers = terms.some((one) => one.full !== `(${one.typed})`)
  const typed = joined(
    terms.map((one) => one.typed),
    ' & ',
  )
  // Ranked by each word on its own: how near they stand to each other takes long to weigh and tells little.
  return { match: joined(full, ' & '), rank: anyOf(full), first: hasOthers ? [typed] : [] }
}

/** All words but one, whichever: where nothing holds all of them each item here holds as many as any. */
function allButOneOf(terms: readonly TermQuery[]): Query {
  const full = terms.map((one) => one.full)
  return { match: atLeast(full.length - 1, full), rank: anyOf(full), first: [] }
}

/** So many of these hold. Each is looked for once or twice in an item, where all their pairs beside each other would look four times. */
function atLeast(count: number, [first = '', ...rest]: readonly string[]): string {
  if (count > rest.length) return joined([first, ...rest], ' & ')
  if (count === 1) return anyOf([first, ...rest])
  return anyOf([`(${first}) & (${atLeast(count - 1, rest)})`, atLeast(count, rest)])
}

/** What holds more of the words goes first. */
function someOf(terms: readonly TermQuery[]): Query {
  const full = terms.map((one) => one.full)
  return { match: anyOf(full), rank: anyOf(full), first: full }
}

function conditions(filter: LibraryFilter, query: Query | null): RawBuilder<unknown>[] {
  const is = (column: string, value: string | null) =>
    value === null ? [] : [sql`${sql.ref(column)} = ${value}`]
  const has = (column: string, value: string | null) =>
    value === null ? [] : [sql`${value} = any (${sql.ref(column)})`]
  /** An item that names nothing there fits anywhere there. */
  const fits = (column: string, value: string | null) =>
    value === null ? [] : [sql`(${sql.ref(column)} = '{}' or ${value} = any (${sql.ref(column)}))`]
  return [
    sql`true`,
    ...(query === null ? [] : [sql`words @@ ${query.match}::tsquery`]),
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
