/**
 * As what checks can be taken out: for a Dutch spreadsheet, one line per answered question for programs, Excel, JSON, SPSS,
 * and FHIR.
 */
export const checkExportFormats = ['csv-dutch', 'csv-tidy', 'xlsx', 'json', 'sav', 'fhir'] as const
export type CheckExportFormat = (typeof checkExportFormats)[number]
