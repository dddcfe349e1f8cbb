import type { CheckExportFormat } from '@weerklank/core/feedback/check-export'
import type { ReportFormat } from '@weerklank/core/feedback/relation-report'

type Kind = { readonly type: string; readonly ending: string }

const kinds: Readonly<Record<CheckExportFormat | ReportFormat, Kind>> = {
  'csv-dutch': { type: 'text/csv; charset=utf-8', ending: 'csv' },
  'csv-tidy': { type: 'text/csv; charset=utf-8', ending: 'csv' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  json: { type: 'application/json', ending: 'json' },
  sav: { type: 'application/x-spss-sav', ending: 'sav' },
  fhir: { type: 'application/fhir+json', ending: 'json' },
  pdf: { type: 'application/pdf', ending: 'pdf' },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
  },
}

/** The media type of a file, and how its name ends. */
export function kindOf(format: CheckExportFormat | ReportFormat): Kind {
  return kinds[format]
}
