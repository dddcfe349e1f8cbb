/** An analysis as a file of one of its formats. */
import type { AnalysisFormat } from '@weerklank/core/analysis/exchange'
import { qdaNames } from '@weerklank/core/analysis/qda.corpus'
import { projectOf } from '@weerklank/core/analysis/qda.outward'
import { guidFor } from '../analysis/qda-guid.ts'
import { qdcOf, qdpxOf } from '../analysis/qdpx.write.ts'
import { analysisReport } from './analysis-report.ts'
import type { AnalysisSource } from './analysis-source.ts'
import { codebookSheet, documentSheet, matrixSheet, quoteSheet } from './analysis-table.ts'
import { csvOf } from './csv.ts'
import { kindOf } from './export-kinds.ts'
import { reportFile } from './relation-report.file.ts'
import { wholeOf } from './table.ts'
import { xlsxOf } from './xlsx.ts'

/** The media type of a file, and how its name ends. */
export function analysisKind(format: AnalysisFormat): { readonly type: string; readonly ending: string } {
  if (format === 'qdpx') return { type: 'application/zip', ending: 'qdpx' }
  if (format === 'qdc') return { type: 'application/xml', ending: 'qdc' }
  return kindOf(format === 'csv' ? 'csv-dutch' : format)
}

/** The bytes of it. A list of codes needs a code: undefined without one. */
export async function analysisFile(
  source: AnalysisSource,
  format: AnalysisFormat,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { made } = source.frame
  switch (format) {
    case 'qdpx':
      return qdpxOf(projectOf(source.outgoing.corpus, { guidFor, made }), made)
    case 'qdc': {
      const { codes } = projectOf(source.outgoing.corpus, { guidFor, made })
      return codes.length === 0 ? undefined : qdcOf({ origin: qdaNames.program, codes, sets: [] })
    }
    case 'csv':
      return new Uint8Array(await wholeOf(csvOf(quoteSheet(source), 'dutch')))
    case 'xlsx': {
      const sheets = [quoteSheet(source), codebookSheet(source), matrixSheet(source), documentSheet(source)]
      return new Uint8Array(await wholeOf(xlsxOf(sheets, made)))
    }
    default:
      return reportFile(analysisReport(source), format)
  }
}
