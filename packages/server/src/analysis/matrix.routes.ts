import { pictureEndpoints } from '@weerklank/core/analysis/pictures.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { type MemberApi, serveInAnalysis } from '../access/access.ts'
import type { World } from '../deps.ts'
import { recordInAnalysis } from './analysis.record.ts'
import { countCells, listMarks, setMark, tookPart } from './matrix.repository.ts'

/** Themes beside voices, sources or moments, and what the analyst says of each cell. */
export function serveMatrix(to: MemberApi, { world }: { world: World }): void {
  serveInAnalysis(to, pictureEndpoints.matrix, async (session, { params, query }, trx) => {
    const { analysis } = params
    const { kind, ...filter } = query
    const { timeZone } = session.workspace
    const took = await tookPart(trx, { analysis, timeZone })
    const counts = await countCells(trx, { analysis, timeZone, ...filter }, { kind, took })
    const marks = await listMarks(trx, analysis, kind)
    await recordInAnalysis(trx, world, { session, analysis, action: 'analysis.counted' })
    return {
      kind,
      columns: chosen(took[kind], { kind, filter }),
      counts,
      marks: marks.map(({ code_id: code, column_key: column, mark, by_id: by, at }) => ({
        ...{ code, column, mark, by, at },
      })),
    }
  })
  serveInAnalysis(to, pictureEndpoints.mark, async (session, { params, body }, trx) => {
    const { analysis } = params
    const { code, kind, column, mark } = body
    const cell = { workspace: session.workspace.id, analysis, code, kind, column }
    const done = await setMark(trx, cell, { mark, by: session.member.id, at: world.now() })
    if (done === false) throw new AppError('not-found')
    if (done.before !== mark)
      await recordInAnalysis(trx, world, { session, analysis, action: 'analysis.marked' })
    return done
  })
}

type Filter = { voices?: readonly string[] | undefined; sources?: readonly string[] | undefined }

/** A column that was not chosen goes; one that was chosen stays, also when it is silent. */
function chosen(
  columns: readonly string[],
  { kind, filter }: { kind: 'voice' | 'source' | 'moment'; filter: Filter },
): string[] {
  const wanted = kind === 'voice' ? filter.voices : kind === 'source' ? filter.sources : undefined
  return columns.filter((key) => wanted === undefined || wanted.includes(key))
}
