/** The thread in which one report is laid out; relation-report.file.ts starts it and ends it. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ReportFormat } from '@weerklank/core/feedback/relation-report'
import { analysisPaper } from './analysis-report.paper.ts'
import type { AnalysisReport } from './analysis-report.ts'
import type { Paper } from './paper.ts'
import { pdfOf } from './pdf.ts'
import { reportPaper } from './relation-report.paper.ts'
import type { ReportParts } from './relation-report.parts.ts'
import { type TrajectoryReport, trajectoryPaper } from './trajectory-report.paper.ts'
import { wordOf } from './word.ts'

export type LaidOut = ReportParts | AnalysisReport | TrajectoryReport
export type ReportWork = { parts: LaidOut; format: ReportFormat }

function paperOf(parts: LaidOut): Paper {
  if (!('kind' in parts)) return reportPaper(parts)
  return parts.kind === 'analysis' ? analysisPaper(parts) : trajectoryPaper(parts)
}

if (parentPort !== null) {
  const { parts, format }: ReportWork = workerData
  const paper = paperOf(parts)
  const bytes = format === 'pdf' ? await pdfOf(paper) : await wordOf(paper)
  parentPort.postMessage(bytes, [bytes.buffer])
}
