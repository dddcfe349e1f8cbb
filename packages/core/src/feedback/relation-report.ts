/** For whom a report is: the person herself, in words to her, or the file that colleagues keep. */
export const reportLevels = ['client', 'file'] as const
export type ReportLevel = (typeof reportLevels)[number]

/** As what it is made: to read and print, or to write on in. */
export const reportFormats = ['pdf', 'docx'] as const
export type ReportFormat = (typeof reportFormats)[number]
