import type { Bilingual } from '../shared/language.ts'

/** A learner's own pages and what she hands in, in the words of the record (see action.words.ts). */
export const learningOwnWords = {
  'trajectory.page-opened': {
    nl: 'keek op de eigen leerpagina',
    en: 'looked at her own learning page',
  },
  'trajectory.page-linked': {
    nl: 'maakte een nieuwe link naar de eigen leerpagina',
    en: 'made a new link to her own learning page',
  },
  'trajectory.goal-written': {
    nl: 'schreef of veranderde een leerdoel',
    en: 'wrote or changed a learning goal',
  },
  'trajectory.words-erased': {
    nl: 'wiste alles wat in een leertraject was geschreven',
    en: 'erased all that was written in a learning trajectory',
  },
  'trajectory.handed-in': {
    nl: 'leverde een formulier van een meetmoment in',
    en: 'handed in the form of a moment',
  },
  'trajectory.paper-typed': {
    nl: 'typte een papieren formulier over',
    en: 'typed over a form on paper',
  },
  'trajectory.paper-discarded': {
    nl: 'schreef op dat een formulier binnenkwam; zonder toestemming is de inhoud niet bewaard',
    en: 'wrote down that a form came in; without consent its content was not kept',
  },
} satisfies Record<string, Bilingual>
