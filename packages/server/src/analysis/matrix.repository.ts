import { type SourceKind, voiceKey } from '@weerklank/core/analysis/analysis'
import type { CellMark, MatrixKind } from '@weerklank/core/analysis/matrix'
import { momentGrain, momentOf } from '@weerklank/core/analysis/moments'
import type { AnalysisId, CodeId, DocumentId, MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type RawBuilder, sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'

/** Which quotes are counted; days are those of the workspace. */
export type Counted = {
  analysis: AnalysisId
  timeZone: string
  voices?: readonly string[] | undefined
  sources?: readonly SourceKind[] | undefined
  from?: string | undefined
  until?: string | undefined
}

const dayOf = (timeZone: string) => sql<string>`to_char(at at time zone ${timeZone}, 'YYYY-MM-DD')`

/** The documents of an analysis, with when and where they come from. */
export async function tookPart(trx: Trx, { analysis, timeZone }: Pick<Counted, 'analysis' | 'timeZone'>) {
  const documents = await trx
    .selectFrom('analysis_document')
    .select(['id', 'voices', 'source', dayOf(timeZone).as('day')])
    .where('analysis_id', '=', analysis)
    .execute()
  const grain = momentGrain(documents.map(({ day }) => day))
  const told = documents.map((one) => ({ ...one, moment: momentOf(one.day, grain) }))
  return {
    documents: told,
    voice: [...new Set(documents.flatMap(({ voices }) => voices.map(voiceKey)))].sort(),
    source: [...new Set(documents.map(({ source }) => source))],
    moment: [...new Set(told.map(({ moment }) => moment))].sort(),
  }
}

export type TookPart = Awaited<ReturnType<typeof tookPart>>

type Cells = { code: CodeId; column: string; quotes: number }[]

/** Coded quotes by theme and column, in one pass over the codings that the reader may see. */
export async function countCells(
  trx: Trx,
  of: Counted,
  { kind, took }: { kind: MatrixKind; took: TookPart },
): Promise<Cells> {
  if (kind === 'voice') {
    const { rows } = await sql<Cells[number]>`
      select c.code_id as code, p.voice_key as "column", count(*)::int as quotes
      ${codings(of, took)} group by 1, 2`.execute(trx)
    return rows
  }
  const { rows } = await sql<Cells[number]>`
    select c.code_id as code, c.document_id as "column", count(*)::int as quotes
    ${codings(of, took)} group by 1, 2`.execute(trx)
  const columns = new Map<string, string>(took.documents.map((one) => [one.id, one[kind]]))
  return summed(rows, ({ column }) => columns.get(column) ?? column)
}

/** The same by voice and moment at once, for the map. */
export async function countVoices(trx: Trx, of: Counted, took: TookPart) {
  const { rows } = await sql<Cells[number] & { voice: string }>`
    select c.code_id as code, p.voice_key as voice, c.document_id as "column", count(*)::int as quotes
    ${codings(of, took)} group by 1, 2, 3`.execute(trx)
  const moments = new Map<string, string>(took.documents.map(({ id, moment }) => [id, moment]))
  return summed(rows, ({ column, voice }) => `${moments.get(column) ?? ''} ${voice}`).map((cell) => {
    const [moment = '', voice = ''] = cell.column.split(' ')
    return { code: cell.code, voice, moment, quotes: cell.quotes }
  })
}

function summed<Row extends Cells[number]>(rows: readonly Row[], columnOf: (row: Row) => string): Cells {
  const cells = new Map<string, Cells[number]>()
  for (const row of rows) {
    const column = columnOf(row)
    const key = `${row.code} ${column}`
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, { code: row.code, column, quotes: row.quotes })
    else cell.quotes += row.quotes
  }
  return [...cells.values()]
}

/**
 * The codings with the words they are in: words on hold are not there, so neither are their codings. `offset 0` keeps it at one
 * look by key for each coding: without statistics of a new analysis the planner compares all with all (seconds for 12,000).
 */
function codings({ analysis, voices, ...filter }: Counted, took: TookPart): RawBuilder<unknown> {
  const within = documentsWithin(filter, took)
  return sql`from analysis_coding c
    cross join lateral (select voice_key from analysis_passage p
      where p.workspace_id = c.workspace_id and p.id = c.passage_id offset 0) p
    where c.analysis_id = ${analysis}
      ${voices === undefined ? sql`` : sql`and p.voice_key = any (${`{${voices.join(',')}}`}::text[])`}
      ${within === null ? sql`` : sql`and c.document_id = ${anyOf(within)}`}`
}

/** Which documents a filter leaves; null for all of them. */
function documentsWithin(
  { sources, from, until }: Pick<Counted, 'sources' | 'from' | 'until'>,
  { documents }: TookPart,
): DocumentId[] | null {
  if (sources === undefined && from === undefined && until === undefined) return null
  return documents
    .filter(({ source }) => sources === undefined || sources.includes(source))
    .filter(({ day }) => (from === undefined || day >= from) && (until === undefined || day <= until))
    .map(({ id }) => id)
}

/** What was said of the cells. */
export function listMarks(trx: Trx, analysis: AnalysisId, kind: MatrixKind) {
  return trx
    .selectFrom('analysis_mark')
    .select(['code_id', 'column_key', 'mark', 'by_id', 'at'])
    .where('analysis_id', '=', analysis)
    .where('kind', '=', kind)
    .execute()
}

type Cell = { workspace: WorkspaceId; analysis: AnalysisId; code: CodeId; kind: MatrixKind; column: string }

/** Keeps what is said of a cell, or takes it back; answers what it was. False where the theme is not in the analysis. */
export async function setMark(
  trx: Trx,
  cell: Cell,
  { mark, by, at }: { mark: CellMark | null; by: MemberId; at: Instant },
): Promise<{ before: CellMark | null } | false> {
  const theme = await trx
    .selectFrom('analysis_code')
    .select('id')
    .where('analysis_id', '=', cell.analysis)
    .where('id', '=', cell.code)
    .executeTakeFirst()
  if (theme === undefined) return false
  const there = trx
    .selectFrom('analysis_mark')
    .select('mark')
    .where('analysis_id', '=', cell.analysis)
    .where('code_id', '=', cell.code)
    .where('kind', '=', cell.kind)
    .where('column_key', '=', cell.column)
  const before = (await there.executeTakeFirst())?.mark ?? null
  if (mark === null) await removeMark(trx, cell)
  else {
    const place = { analysis_id: cell.analysis, code_id: cell.code, kind: cell.kind, column_key: cell.column }
    const said = { mark, by_id: by, at }
    await trx
      .insertInto('analysis_mark')
      .values({ workspace_id: cell.workspace, ...place, ...said })
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'analysis_id', 'code_id', 'kind', 'column_key']).doUpdateSet(said),
      )
      .execute()
  }
  return { before }
}

async function removeMark(trx: Trx, { analysis, code, kind, column }: Cell): Promise<void> {
  await trx
    .deleteFrom('analysis_mark')
    .where('analysis_id', '=', analysis)
    .where('code_id', '=', code)
    .where('kind', '=', kind)
    .where('column_key', '=', column)
    .execute()
}
