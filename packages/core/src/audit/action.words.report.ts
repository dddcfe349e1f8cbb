import type { Bilingual } from '../shared/language.ts'

/** What was done about reports and files made in the background; see action.words.ts for how these are read. */
export const reportWords = {
  'report.asked': {
    nl: 'vroeg om een verslag van [een|uw] samenwerking',
    en: 'asked for a report of [a|your] collaboration',
  },
  'report.made': {
    nl: 'maakte een verslag van [een|uw] samenwerking',
    en: 'made a report of [a|your] collaboration',
  },
  'report.file-asked': { nl: 'vroeg om een bestand met checks', en: 'asked for a file of checks' },
  'report.file-fetched': {
    nl: 'haalde een gemaakt bestand op[|, ook over u]',
    en: 'fetched a file that was made[|, also about you]',
  },
  'report.file-removed': { nl: 'haalde een gemaakt bestand weg', en: 'took a file that was made away' },
} as const satisfies Readonly<Record<string, Bilingual>>
