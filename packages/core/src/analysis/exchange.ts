/**
 * On what ground words may be here that come from a file and belong to nobody whom Weerklank knows: the importer says it, and
 * the record keeps it. Withdrawal of those people must be carried out by hand: that is said where it is asked.
 */
export const importGrounds = ['consent-elsewhere', 'published', 'own-words', 'made-up'] as const
export type ImportGround = (typeof importGrounds)[number]

/** The files that an analysis goes out as. */
export const analysisFormats = ['qdpx', 'qdc', 'csv', 'xlsx', 'docx', 'pdf'] as const
export type AnalysisFormat = (typeof analysisFormats)[number]

/** Longest file over the web, in bytes: larger ones come in by the command line. */
export const importLimit = 20_000_000
