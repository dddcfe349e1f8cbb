import type { Bilingual } from '../shared/language.ts'
import { betweenWords } from './action.words.between.ts'
import { buddyWords } from './action.words.buddies.ts'
import { learningOwnWords } from './action.words.learning-own.ts'
import { monitorWords } from './action.words.monitor.ts'
import { portfolioWords } from './action.words.portfolio.ts'
import { trajectoryWords } from './action.words.trajectory.ts'
import { trajectoryReportWords } from './action.words.trajectory-report.ts'

/** Learning trajectories, in the words of the record (see action.words.ts). */
export const learningWords = {
  ...monitorWords,
  ...portfolioWords,
  ...learningOwnWords,
  ...trajectoryWords,
  ...trajectoryReportWords,
  ...betweenWords,
  ...buddyWords,
  'trajectory.refused': {
    nl: 'wilde bij een leertraject, maar mocht dat niet',
    en: 'tried to get at a learning trajectory, but was not allowed to',
  },
} satisfies Record<string, Bilingual>
