import type { Bilingual } from '../shared/language.ts'

/** Meetings and what is made of them, in the words of the record (see action.words.ts). */
export const meaningWords = {
  'meeting.refused': {
    nl: 'wilde bij een gesprek, maar mocht dat niet',
    en: 'tried to get at a meeting, but was not allowed to',
  },
  'analysis.refused': {
    nl: 'wilde bij een duiding, maar mocht dat niet',
    en: 'tried to get at an analysis, but was not allowed to',
  },
} satisfies Record<string, Bilingual>
