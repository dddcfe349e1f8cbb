import type { Passage, Quote, QuoteFilter } from '@weerklank/core/analysis/analysis.contract'
import { sliceSpan } from '@weerklank/core/analysis/code-points'
import { findFolded, fold } from '@weerklank/core/analysis/fold'
import type { AnalysisId, CodeId, PersonId } from '@weerklank/core/shared/ids'
import { type RawBuilder, sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'

export const pageSize = 100
/** Code points shown in front of and behind a quote. */
const around = 60

type Found = Omit<Quote, 'text' | 'before' | 'after'> & {
  body: string
  person: PersonId | null
  total: number
}
type Page<One> = { found: One[]; total: number; next: number | null; persons: (PersonId | null)[] }

/** Which quotes; codes with what hangs under them, dates as days of the workspace. */
export type Wanted = Omit<QuoteFilter, 'codes' | 'below'> & {
  analysis: AnalysisId
  codes: readonly CodeId[] | null
  timeZone: string
  after: number
}

/** A page of quotes in the order of documents and text, and how many there are. */
export async function quotesOf(trx: Trx, of: Wanted): Promise<Page<Quote>> {
  const words = fold((of.words ?? '').trim())
  // Whether the words stand in the quote itself is seen in the text: then all that can have them are looked at.
  const isSearch = words !== ''
  const rows = await quoteRows(trx, of, { words, from: isSearch ? null : of.after })
  const kept = isSearch ? rows.filter((row) => findFolded(textOf(row), words).length > 0) : rows
  const total = isSearch ? kept.length : await totalOf(trx, of, rows)
  const page = isSearch ? kept.slice(of.after, of.after + pageSize) : kept
  const next = of.after + pageSize < total ? of.after + pageSize : null
  return { found: page.map(asQuote), total, next, persons: page.map(({ person }) => person) }
}

const textOf = ({ body, start, end }: Found) => sliceSpan(body, { start, end })

function asQuote({ body, person: _, total: _total, ...row }: Found): Quote {
  const { start, end } = row
  return {
    ...row,
    text: sliceSpan(body, { start, end }),
    before: sliceSpan(body, { start: Math.max(0, start - around), end: start }),
    after: sliceSpan(body, { start: end, end: end + around }),
  }
}

/** Each row says how many there are; only a page behind the last has to ask. */
async function totalOf(trx: Trx, of: Wanted, rows: readonly Found[]): Promise<number> {
  if (rows[0] !== undefined || of.after === 0) return rows[0]?.total ?? 0
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total ${fromQuotes(of, '')}`.execute(trx)
  return counted[0]?.total ?? 0
}

/** Looks once at every quote, narrow, and takes the words of the page only: rights are asked for each row that is looked at. */
async function quoteRows(
  trx: Trx,
  of: Wanted,
  { words, from }: { words: string; from: number | null },
): Promise<Found[]> {
  const { rows } = await sql<Found>`
    with page as materialized (
      select c.workspace_id, c.id, c.passage_id, c.document_id, c.start_at, c.end_at, c.code_id, c.coder_id, c.at as coded_at,
        c.sealed, c.weight, d.title, d.source, d.at, d.position, p.ordinal, count(*) over ()::int as total
      ${fromQuotes(of, words)}
      order by d.position, d.at, d.id, p.ordinal, c.start_at, c.end_at, c.id
      ${from === null ? sql`` : sql`limit ${pageSize} offset ${from}`}
    )
    select q.id, q.passage_id as passage, q.document_id as document, q.start_at as start, q.end_at as "end",
      q.code_id as code, q.coder_id as coder, q.coded_at as "codedAt", q.sealed, q.weight, q.title, q.source, q.at, q.ordinal,
      q.total, p.speaker, p.voice, p.role, p.body, p.person_id as person
    from page q join analysis_passage p on p.workspace_id = q.workspace_id and p.id = q.passage_id
    order by q.position, q.at, q.document_id, q.ordinal, q.start_at, q.end_at, q.id`.execute(trx)
  return rows
}

function fromQuotes(of: Wanted, words: string): RawBuilder<unknown> {
  const day = sql`to_char(d.at at time zone ${of.timeZone}, 'YYYY-MM-DD')`
  const conditions = [
    sql`c.analysis_id = ${of.analysis}`,
    ...(of.codes === null ? [] : [sql`c.code_id = ${anyOf(of.codes)}`]),
    ...(of.documents === undefined ? [] : [sql`c.document_id = ${anyOf(of.documents)}`]),
    ...(of.coder === undefined ? [] : [sql`c.coder_id = ${of.coder}`]),
    ...(of.voices === undefined ? [] : [sql`p.voice_key = any (${[...of.voices]}::text[])`]),
    ...(of.sources === undefined ? [] : [sql`d.source = any (${[...of.sources]}::text[])`]),
    ...(of.from === undefined ? [] : [sql`${day} >= ${of.from}`]),
    ...(of.until === undefined ? [] : [sql`${day} <= ${of.until}`]),
    ...(words === '' ? [] : [sql`strpos(p.folded, ${words}) > 0`]),
  ]
  return sql`from analysis_coding c
    join analysis_passage p on p.workspace_id = c.workspace_id and p.id = c.passage_id
    join analysis_document d on d.workspace_id = c.workspace_id and d.id = c.document_id
    where ${sql.join(conditions, sql` and `)}`
}

type Hit = Omit<Passage, 'body'> & {
  document: string
  title: string
  source: Quote['source']
  start: number
  end: number
  before: string
  text: string
  after: string
}

/** Where words stand in the texts of an analysis: a page of places, in the order of documents and text. */
export async function searchWords(
  trx: Trx,
  of: { analysis: AnalysisId; words: string; after: number; size: number },
): Promise<Page<Hit>> {
  const { rows } = await sql<
    Passage & Pick<Hit, 'document' | 'title' | 'source'> & { person: PersonId | null }
  >`
    select p.id, p.ordinal, p.speaker, p.voice, p.role, p.body, p.person_id as person,
      d.id as document, d.title, d.source
    from analysis_passage p
    join analysis_document d on d.workspace_id = p.workspace_id and d.id = p.document_id
    where p.analysis_id = ${of.analysis} and strpos(p.folded, ${fold(of.words.trim())}) > 0
    order by d.position, d.at, d.id, p.ordinal`.execute(trx)
  const hits = rows.flatMap(({ body, ...row }) =>
    findFolded(body, of.words).map(({ start, end }) => ({
      ...{ ...row, start, end, text: sliceSpan(body, { start, end }) },
      before: sliceSpan(body, { start: Math.max(0, start - around), end: start }),
      after: sliceSpan(body, { start: end, end: end + around }),
    })),
  )
  const page = hits.slice(of.after, of.after + of.size)
  return {
    found: page.map(({ person: _, ...hit }) => hit),
    total: hits.length,
    next: of.after + of.size < hits.length ? of.after + of.size : null,
    persons: page.map(({ person }) => person),
  }
}
