/** The report of a trajectory, or the data behind it, as a file of one of its formats. */
import type { TrajectoryReportFormat } from '@weerklank/core/learning/report'
import { zipSync } from 'fflate'
import { csvOf } from './csv.ts'
import { kindOf } from './export-kinds.ts'
import { reportFile } from './relation-report.file.ts'
import { savOf } from './sav.ts'
import { wholeOf } from './table.ts'
import { codebookSheet, dataSheet, type TrajectoryData } from './trajectory-data.ts'
import { trajectoryDataWords } from './trajectory-data.words.ts'
import type { TrajectoryReport } from './trajectory-report.paper.ts'
import { xlsxOf } from './xlsx.ts'

/** The media type of a file, and how its name ends. As CSV data and codebook are two files, so they travel in one zip. */
export function trajectoryKind(format: TrajectoryReportFormat): {
  readonly type: string
  readonly ending: string
} {
  return format === 'csv' ? { type: 'application/zip', ending: 'zip' } : kindOf(format)
}

/** The bytes of it. */
export async function trajectoryFile(
  format: TrajectoryReportFormat,
  { report, data }: { report: TrajectoryReport; data: TrajectoryData },
): Promise<Uint8Array<ArrayBuffer>> {
  const { made, language } = report
  switch (format) {
    case 'docx':
    case 'pdf':
      return reportFile(report, format)
    case 'sav':
      return new Uint8Array(await wholeOf(savOf(dataSheet(data), made)))
    case 'xlsx':
      return new Uint8Array(await wholeOf(xlsxOf([dataSheet(data), codebookSheet(data)], made)))
    default: {
      const words = trajectoryDataWords[language]
      const files = {
        [`${words.data.toLowerCase()}.csv`]: await wholeOf(csvOf(dataSheet(data), 'plain')),
        [`${words.codebook.toLowerCase()}.csv`]: await wholeOf(csvOf(codebookSheet(data), 'plain')),
      }
      return new Uint8Array(zipSync(files, { mtime: made }))
    }
  }
}
