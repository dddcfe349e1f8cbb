import { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { type MemberApi, serveInAnalysis } from '../access/access.ts'
import type { AnalysisDeps } from './analysis.deps.ts'
import { recordInAnalysis } from './analysis.record.ts'
import { documentsOf } from './analysis.repository.ts'
import { bring } from './document.bring.ts'
import { codingsIn, passagesOf } from './document.repository.ts'
import { asCoding } from './workbook.rows.ts'

const perPage = 200

/** The words of an analysis, page by page, and documents that analysts bring. */
export function serveDocuments(to: MemberApi, { world }: AnalysisDeps): void {
  serveInAnalysis(to, analysisEndpoints.passages, async (session, { params, query }, trx) => {
    const { analysis, document } = params
    const [found] = await documentsOf(trx, analysis, document)
    if (found === undefined) throw new AppError('not-found')
    const limit = query.limit ?? perPage
    const rows = await passagesOf(trx, document, { from: query.from ?? 0, limit: limit + 1 })
    const page = rows.slice(0, limit)
    const codings = await codingsIn(
      trx,
      page.map(({ id }) => id),
    )
    const persons = page.map((row) => row.person_id)
    await recordInAnalysis(trx, world, { session, analysis, action: 'analysis.words-read', persons })
    return {
      document: found,
      passages: page.map(({ id, ordinal, speaker, voice, role, body }) => ({
        ...{ id, ordinal, speaker, voice, role, body },
      })),
      codings: codings.map(asCoding),
      next: rows[limit]?.ordinal ?? null,
    }
  })
  serveInAnalysis(to, analysisEndpoints.bring, async (session, { params, body }, trx) => {
    const { analysis } = params
    const isNew = await bring(trx, { session, world, analysis, document: body })
    const action = isNew ? 'analysis.document-brought' : 'analysis.words-read'
    await recordInAnalysis(trx, world, { session, analysis, action })
    const [document] = await documentsOf(trx, analysis, body.id)
    if (document === undefined) throw new AppError('conflict')
    return document
  })
  serveInAnalysis(to, analysisEndpoints.removeDocument, async (session, { params }, trx) => {
    const { analysis, document } = params
    const [found] = await documentsOf(trx, analysis, document)
    if (found === undefined) throw new AppError('not-found')
    // What flowed in goes when its words do, or its source is left out.
    if (!found.isBrought) throw new AppError('conflict')
    await trx.deleteFrom('analysis_document').where('id', '=', document).execute()
    await recordInAnalysis(trx, world, { session, analysis, action: 'analysis.document-removed' })
    return { done: true as const }
  })
}
