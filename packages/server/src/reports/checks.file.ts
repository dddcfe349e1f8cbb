import type { CheckExportFormat } from '@weerklank/core/feedback/check-export'
import { fhirOf } from './checks.fhir.ts'
import type { CheckRow } from './checks.read.ts'
import { type CheckTable, type Layout, tidyLayout, wideLayout } from './checks.table.ts'
import { checkWords } from './checks.text.ts'
import { csvOf } from './csv.ts'
import { jsonOf } from './json.ts'
import { savOf } from './sav.ts'
import type { Cell, Chunks, Sheet } from './table.ts'
import { xlsxOf } from './xlsx.ts'

type Making = {
  format: CheckExportFormat
  table: CheckTable
  rows: AsyncIterable<readonly CheckRow[]>
  made: string
  base: string
}

/** The file, made while it is read. */
export function chunksOf({ format, table, rows, made, base }: Making): Chunks {
  if (format === 'fhir') return fhirOf({ ...table, base, rows })
  const layout =
    format === 'csv-tidy' ? tidyLayout(table) : wideLayout(table, format === 'json' ? 'path' : 'yes-no')
  const sheet: Sheet = {
    title: checkWords[table.language].title,
    columns: layout.columns,
    rows: laidOut(rows, layout),
  }
  switch (format) {
    case 'csv-dutch':
      return csvOf(sheet, 'dutch')
    case 'csv-tidy':
      return csvOf(sheet, 'plain')
    case 'xlsx':
      return xlsxOf([sheet], made)
    case 'json':
      return jsonOf(sheet)
    case 'sav':
      return savOf(sheet, made)
  }
}

async function* laidOut(rows: AsyncIterable<readonly CheckRow[]>, layout: Layout): AsyncGenerator<Cell[][]> {
  for await (const batch of rows) yield batch.flatMap(layout.rowsOf)
}
