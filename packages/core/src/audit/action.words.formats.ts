import type { Bilingual } from '../shared/language.ts'

/** What was done with an organisation's own formats of talking together; see action.words.ts for how these are read. */
export const formatWords = {
  'format.copied': { nl: 'nam een gespreksvorm over om aan te passen', en: 'copied a format to change it' },
  'format.changed': { nl: 'veranderde een eigen gespreksvorm', en: 'changed an own format' },
  'format.published': {
    nl: 'maakte een eigen gespreksvorm klaar voor gebruik',
    en: 'published an own format',
  },
  'format.withdrawn': { nl: 'haalde een eigen gespreksvorm weg', en: 'withdrew an own format' },
} as const satisfies Record<string, Bilingual>
