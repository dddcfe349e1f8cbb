import type { Bilingual } from '../shared/language.ts'

/** Learning trajectories, in the words of the record (see action.words.ts). */
export const learningWords = {
  'trajectory.refused': {
    nl: 'wilde bij een leertraject, maar mocht dat niet',
    en: 'tried to get at a learning trajectory, but was not allowed to',
  },
} satisfies Record<string, Bilingual>
