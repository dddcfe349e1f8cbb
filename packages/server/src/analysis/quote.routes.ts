import { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import { withBelow } from '@weerklank/core/analysis/codebook'
import { fold } from '@weerklank/core/analysis/fold'
import { AppError } from '@weerklank/core/shared/errors'
import type { AnalysisId, CodeId } from '@weerklank/core/shared/ids'
import { type MemberApi, serveInAnalysis } from '../access/access.ts'
import type { Trx } from '../schema.ts'
import type { AnalysisDeps } from './analysis.deps.ts'
import { recordInAnalysis } from './analysis.record.ts'
import { quotesOf, searchWords } from './quote.repository.ts'
import { codesOf } from './workbook.repository.ts'

const hitsPerPage = 50

/** Quotes by what was asked for, and words wherever they stand; whose words were shown stands in the record. */
export function serveQuotes(to: MemberApi, { world }: AnalysisDeps): void {
  serveInAnalysis(to, analysisEndpoints.quotes, async (session, { params, query }, trx) => {
    const { analysis } = params
    const { codes, below, after, ...filter } = query
    const { found, persons, ...page } = await quotesOf(trx, {
      ...{ ...filter, analysis, after: after ?? 0, timeZone: session.workspace.timeZone },
      codes: codes === undefined ? null : await withChildren(trx, analysis, { codes, below: below !== 'no' }),
    })
    await recordInAnalysis(trx, world, { session, analysis, action: 'analysis.quotes-read', persons })
    return { quotes: found, ...page }
  })
  serveInAnalysis(to, analysisEndpoints.search, async (session, { params, query }, trx) => {
    const { analysis } = params
    if (fold(query.words.trim()) === '')
      throw new AppError('invalid-input', { fields: { words: 'too_small' } })
    const of = { analysis, words: query.words, after: query.after ?? 0, size: hitsPerPage }
    const { found, persons, ...page } = await searchWords(trx, of)
    await recordInAnalysis(trx, world, { session, analysis, action: 'analysis.searched', persons })
    return { hits: found as never, ...page }
  })
}

async function withChildren(
  trx: Trx,
  analysis: AnalysisId,
  of: { codes: readonly CodeId[]; below: boolean },
): Promise<CodeId[]> {
  if (!of.below) return [...of.codes]
  const all = await codesOf(trx, analysis)
  return [...new Set(of.codes.flatMap((id) => [...withBelow(all, id)]))]
}
