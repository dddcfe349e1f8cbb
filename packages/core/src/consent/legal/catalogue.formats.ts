import type { TableEntry } from './catalogue-entry.ts'

/** What an organisation changed about the formats of talking together. */
export const formatTables: Readonly<Record<string, TableEntry>> = {
  dialogue_format: {
    activity: 'care',
    words: ['Eigen gespreksvormen', 'Own formats of talking together'],
    personal: [
      [
        'created_by created_at changed_at published_at',
        'welke collega de vorm maakte, en wanneer',
        'which colleague made the format, and when',
      ],
    ],
    technical: 'workspace_id id version from_key status body revision',
  },
}
