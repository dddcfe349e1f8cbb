import type { Bilingual } from '../shared/language.ts'

/** What comes between the meetings of a trajectory, in the words of the record (see action.words.ts). */
export const betweenWords = {
  'trajectory.between-read': {
    nl: 'bekeek wat er tussen de bijeenkomsten van een leertraject komt',
    en: 'looked at what comes between the meetings of a trajectory',
  },
  'trajectory.nudges-planned': {
    nl: 'plande seintjes tussen de bijeenkomsten van een leertraject',
    en: 'planned nudges between the meetings of a trajectory',
  },
  'trajectory.nudge-changed': {
    nl: 'veranderde een seintje van een leertraject',
    en: 'changed a nudge of a trajectory',
  },
  'trajectory.nudged': {
    nl: 'stuurde een seintje van een leertraject',
    en: 'sent a nudge of a trajectory',
  },
  'trajectory.nudges-off': { nl: 'zette seintjes uit', en: 'turned nudges off' },
  'trajectory.nudges-on': { nl: 'zette seintjes weer aan', en: 'turned nudges on again' },
  'trajectory.cards-read': {
    nl: 'bekeek de eigen kaartjes van een leertraject',
    en: 'looked at the own cards of a trajectory',
  },
  'trajectory.pack-fetched': {
    nl: 'haalde de bladen voor collega’s van een leertraject op',
    en: 'fetched the sheets for colleagues of a trajectory',
  },
  'trajectory.measure-looked': {
    nl: 'keek of een meting bij het werk van deelnemers past',
    en: 'looked whether a measure fits the work of learners',
  },
  'trajectory.measure-decided': {
    nl: 'besliste over een meting in een leertraject',
    en: 'decided about a measure in a trajectory',
  },
  'trajectory.work-written': {
    nl: 'schreef op hoe het werk van een deelnemer is',
    en: 'wrote down how the work of a learner is',
  },
} satisfies Record<string, Bilingual>
