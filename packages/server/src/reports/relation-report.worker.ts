/** The thread in which one report is laid out; relation-report.file.ts starts it and ends it. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ReportFormat } from '@weerklank/core/feedback/relation-report'
import { analysisPaper } from './analysis-report.paper.ts'
import type { AnalysisReport } from './analysis-report.ts'
import { pdfOf } from './pdf.ts'
import { reportPaper } from './relation-report.paper.ts'
import type { ReportParts } from './relation-report.parts.ts'
import { wordOf } from './word.ts'

export type ReportWork = { parts: ReportParts | AnalysisReport; format: ReportFormat }

if (parentPort !== null) {
  const { parts, format }: ReportWork = workerData
  const paper = 'kind' in parts ? analysisPaper(parts) : reportPaper(parts)
  const bytes = format === 'pdf' ? await pdfOf(paper) : await wordOf(paper)
  parentPort.postMessage(bytes, [bytes.buffer])
}
