import type { AuditFilter } from '@weerklank/core/audit/audit.contract'
import { exportAtMost } from '@weerklank/core/audit/audit.limits'
import { eachShown, type NenRow, nenFields, nenRowOf, type RecordedLine } from '@weerklank/core/audit/nen7513'
import { csvText } from '@weerklank/core/shared/csv'
import { AppError } from '@weerklank/core/shared/errors'
import { localDay } from '@weerklank/core/shared/time'
import { Download } from '../http/download.ts'
import type { Trx } from '../schema.ts'
import { findLines, type Named } from './audit.repository.ts'

const batch = 5_000

/** Every line that fits, the latest first; refused when one file could not hold them. */
export async function linesForExport(
  trx: Trx,
  filter: AuditFilter,
  timeZone: string,
): Promise<RecordedLine[]> {
  const all: RecordedLine[] = []
  let rows = 0
  for (;;) {
    const after = all.at(-1) ?? null
    const lines = await findLines(trx, { filter, timeZone, after, limit: batch, shownAtMost: exportAtMost })
    all.push(...lines)
    rows += lines.reduce((sum, line) => sum + 1 + (line.shown?.count ?? 0), 0)
    if (rows > exportAtMost) {
      throw new AppError('invalid-input', { fields: { from: `more than ${exportAtMost} lines` } })
    }
    if (lines.length < batch) return all
  }
}

type Export = {
  lines: readonly RecordedLine[]
  members: ReadonlyMap<string, Named>
  filter: AuditFilter
  site: string
  source: string
  at: string
  timeZone: string
}

/** The file, with the field names of NEN 7513 (docs/audit.md). */
export function exportFile(format: 'csv' | 'json', of: Export): Download {
  const rows = of.lines
    .flatMap(eachShown)
    .map((line) => nenRowOf(line, { ...of, userName: of.members.get(line.actor)?.name ?? '' }))
  const name = `logboek-${localDay(of.at, of.timeZone)}.${format}`
  return format === 'csv'
    ? new Download({ name, type: 'text/csv', text: csvOf(rows) })
    : new Download({ name, type: 'application/json', text: jsonOf(rows, of) })
}

function csvOf(rows: readonly NenRow[]): string {
  return csvText([nenFields, ...rows.map((row) => nenFields.map((field) => row[field]))])
}

function jsonOf(lines: readonly NenRow[], { filter, site, source, at }: Export): string {
  const period = { from: filter.from ?? null, until: filter.until ?? null }
  return JSON.stringify({ source, site, exportedAt: at, period, lines }, null, 1)
}
