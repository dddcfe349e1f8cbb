import { type SourceKind, voiceKey } from '@weerklank/core/analysis/analysis'
import type { CellMark, MatrixKind } from '@weerklank/core/analysis/matrix'
import { type MomentGrain, momentGrain, momentOf } from '@weerklank/core/analysis/moments'
import type { AnalysisId, CodeId, MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type RawBuilder, sql } from 'kysely'
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

const dayOf = (timeZone: string) => sql`to_char(d.at at time zone ${timeZone}, 'YYYY-MM-DD')`
const lengths: Record<MomentGrain, number> = { day: 10, month: 7, year: 4 }
const momentSql = (timeZone: string, grain: MomentGrain) => sql`left(${dayOf(timeZone)}, ${lengths[grain]})`

/** What took part in an analysis: every voice, source and moment of its documents, also where nothing was said. */
export async function tookPart(trx: Trx, { analysis, timeZone }: Pick<Counted, 'analysis' | 'timeZone'>) {
  const documents = await trx
    .selectFrom('analysis_document as d')
    .select(['voices', 'source', dayOf(timeZone).$castTo<string>().as('day')])
    .where('analysis_id', '=', analysis)
    .execute()
  const grain = momentGrain(documents.map(({ day }) => day))
  return {
    grain,
    voice: [...new Set(documents.flatMap(({ voices }) => voices.map(voiceKey)))].sort(),
    source: [...new Set(documents.map(({ source }) => source))],
    moment: [...new Set(documents.map(({ day }) => momentOf(day, grain)))].sort(),
  }
}

/** Coded quotes by theme and column, in one pass over the codings that the reader may see. */
export async function countCells(
  trx: Trx,
  of: Counted,
  column: { kind: MatrixKind; grain: MomentGrain },
): Promise<{ code: CodeId; column: string; quotes: number }[]> {
  const by: Record<MatrixKind, RawBuilder<unknown>> = {
    voice: sql`p.voice_key`,
    source: sql`d.source`,
    moment: momentSql(of.timeZone, column.grain),
  }
  const { rows } = await sql<{ code: CodeId; column: string; quotes: number }>`
    select c.code_id as code, ${by[column.kind]} as "column", count(*)::int as quotes
    ${codings(of)} group by 1, 2`.execute(trx)
  return rows
}

/** The same by voice and moment at once, for the map. */
export async function countVoices(
  trx: Trx,
  of: Counted,
  grain: MomentGrain,
): Promise<{ code: CodeId; voice: string; moment: string; quotes: number }[]> {
  const { rows } = await sql<{ code: CodeId; voice: string; moment: string; quotes: number }>`
    select c.code_id as code, p.voice_key as voice, ${momentSql(of.timeZone, grain)} as moment, count(*)::int as quotes
    ${codings(of)} group by 1, 2, 3`.execute(trx)
  return rows
}

/** Keys have no character that an array is written with: the contract sees to that. */
const oneOf = (keys: readonly string[]) => sql`any (${`{${keys.join(',')}}`}::text[])`

function codings({ analysis, timeZone, voices, sources, from, until }: Counted): RawBuilder<unknown> {
  const day = dayOf(timeZone)
  return sql`from analysis_coding c
    join analysis_passage p on p.workspace_id = c.workspace_id and p.id = c.passage_id
    join analysis_document d on d.workspace_id = c.workspace_id and d.id = c.document_id
    where c.analysis_id = ${analysis}
      ${voices === undefined ? sql`` : sql`and p.voice_key = ${oneOf(voices)}`}
      ${sources === undefined ? sql`` : sql`and d.source = ${oneOf(sources)}`}
      ${from === undefined ? sql`` : sql`and ${day} >= ${from}`}
      ${until === undefined ? sql`` : sql`and ${day} <= ${until}`}`
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
