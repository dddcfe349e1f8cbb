import type { Bilingual } from '../shared/language.ts'

/** What works for us, in the words of the record (see action.words.ts). */
export const worksWords = {
  'library.evidence-read': {
    nl: 'bekeek waarop berust wat hier werkt',
    en: 'looked at what rests under what works here',
  },
} satisfies Record<string, Bilingual>
