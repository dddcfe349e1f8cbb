import { type SourceKind, voiceKey } from '@weerklank/core/analysis/analysis'
import type { CellMark, MatrixKind } from '@weerklank/core/analysis/matrix'
import { momentGrain, momentOf } from '@weerklank/core/analysis/moments'
import type { AnalysisId, CodeId, MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
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

/** Coded quotes by theme and column, of the codings that the reader may see. */
export async function countCells(
  trx: Trx,
  of: Counted,
  { kind, took }: { kind: MatrixKind; took: TookPart },
): Promise<Cells> {
  const counted = await countIn(trx, of, { took, keyOf: (one) => (kind === 'voice' ? '' : one[kind]) })
  const cells = new Map<string, Cells[number]>()
  for (const { code, voice, key, quotes } of counted) {
    const column = kind === 'voice' ? voice : key
    const at = `${code} ${column}`
    cells.set(at, { code, column, quotes: quotes + (cells.get(at)?.quotes ?? 0) })
  }
  return [...cells.values()]
}

/** The same by voice and moment at once, for the map. */
export async function countVoices(trx: Trx, of: Counted, took: TookPart) {
  const counted = await countIn(trx, of, { took, keyOf: ({ moment }) => moment })
  return counted.map(({ code, voice, key: moment, quotes }) => ({ code, voice, moment, quotes }))
}

type Took = TookPart['documents'][number]
type CountedIn = { code: CodeId; voice: string; key: string; quotes: number }

/**
 * Counts by theme, voice and what a document counts as. Codings go with the words they are in: words on hold are not there, so
 * neither are their codings. Words and codings are each read once and laid together by hash: one look by key for each coding
 * takes half as much again, and without statistics of a new analysis the planner would compare all with all.
 */
async function countIn(
  trx: Trx,
  { analysis, voices, ...filter }: Counted,
  { took, keyOf }: { took: TookPart; keyOf: (document: Took) => string },
): Promise<CountedIn[]> {
  const documents = took.documents.filter((one) => isWithin(one, filter))
  await sql`set local enable_nestloop = off`.execute(trx)
  const { rows } = await sql<CountedIn>`
    select c.code_id as code, p.voice_key as voice, d.key, count(*)::int as quotes
    from analysis_coding c
    join analysis_passage p
      on p.workspace_id = c.workspace_id and p.analysis_id = c.analysis_id and p.id = c.passage_id
    join unnest(${documents.map(({ id }) => id)}::uuid[], ${documents.map(keyOf)}::text[]) as d (id, key)
      on d.id = c.document_id
    where c.analysis_id = ${analysis}
      ${voices === undefined ? sql`` : sql`and p.voice_key = any (${[...voices]}::text[])`}
    group by 1, 2, 3`.execute(trx)
  await sql`set local enable_nestloop = on`.execute(trx)
  return rows
}

function isWithin(
  { source, day }: Took,
  { sources, from, until }: Pick<Counted, 'sources' | 'from' | 'until'>,
): boolean {
  if (sources !== undefined && !sources.includes(source)) return false
  return (from === undefined || day >= from) && (until === undefined || day <= until)
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
