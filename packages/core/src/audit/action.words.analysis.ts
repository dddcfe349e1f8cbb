import type { Bilingual } from '../shared/language.ts'

/** Laying words side by side, in the words of the record (see action.words.ts). */
export const analysisWords = {
  'analysis.listed': { nl: 'bekeek welke duidingen er zijn', en: 'looked at which analyses there are' },
  'analysis.started': { nl: 'begon een duiding', en: 'began an analysis' },
  'analysis.read': { nl: 'opende een duiding', en: 'opened an analysis' },
  'analysis.changed': { nl: 'veranderde een duiding', en: 'changed an analysis' },
  'analysis.removed': { nl: 'wiste een duiding', en: 'deleted an analysis' },
  'analysis.document-brought': {
    nl: 'voegde een tekst toe aan een duiding',
    en: 'added a text to an analysis',
  },
  'analysis.document-removed': {
    nl: 'wiste een tekst uit een duiding',
    en: 'deleted a text from an analysis',
  },
  'analysis.words-taken': { nl: 'legde woorden in een duiding', en: 'laid words into an analysis' },
  'analysis.words-read': { nl: 'las woorden in een duiding', en: 'read words in an analysis' },
  'analysis.quotes-read': { nl: 'las uitspraken in een duiding', en: 'read quotes in an analysis' },
  'analysis.searched': { nl: 'zocht in een duiding', en: 'searched an analysis' },
  'analysis.worked': { nl: 'werkte aan een duiding', en: 'worked on an analysis' },
  'analysis.undone': { nl: 'maakte iets in een duiding ongedaan', en: 'undid something in an analysis' },
  'analysis.redone': { nl: 'deed iets in een duiding opnieuw', en: 'did something in an analysis again' },
  'analysis.history-read': {
    nl: 'bekeek wat er in een duiding veranderde',
    en: 'looked at what changed in an analysis',
  },
} satisfies Record<string, Bilingual>
