import type { Bilingual } from '../shared/language.ts'

/** An analysis into and out of files, in the words of the record (see action.words.ts). */
export const exchangeWords = {
  'analysis.imported': {
    nl: 'begon een duiding met een bestand van een ander programma, en zei op welke grond dat mag',
    en: 'began an analysis with a file of another program, and said on what ground',
  },
  'analysis.exported': {
    nl: 'nam een duiding mee als bestand[|, met wat u zei]',
    en: 'took an analysis along as a file[|, with what you said]',
  },
} satisfies Record<string, Bilingual>
