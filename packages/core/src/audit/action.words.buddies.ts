import type { Bilingual } from '../shared/language.ts'

/** Buddies in a learning trajectory, in the words of the record (see action.words.ts). */
export const buddyWords = {
  'trajectory.buddies-read': { nl: 'bekeek wie maatjes zijn', en: 'looked at who are buddies' },
  'trajectory.buddies-proposed': {
    nl: 'liet een voorstel voor maatjes maken',
    en: 'had buddies proposed',
  },
  'trajectory.buddies-adjusted': {
    nl: 'veranderde het voorstel voor maatjes',
    en: 'changed the proposal of buddies',
  },
  'trajectory.buddies-formed': { nl: 'maakte mensen maatjes', en: 'made people buddies' },
  'trajectory.buddies-dropped': {
    nl: 'haalde een voorstel voor maatjes weg',
    en: 'took away a proposal of buddies',
  },
  'trajectory.buddies-rematched': {
    nl: 'regelde hoe iemand verder gaat zonder maatje dat stopte',
    en: 'arranged how somebody goes on after a buddy stopped',
  },
  'trajectory.buddies-talked': {
    nl: 'schreef op of maatjes elkaar spraken',
    en: 'wrote down whether buddies talked',
  },
  'trajectory.buddy-tied': {
    nl: 'schreef op wie geen maatjes worden',
    en: 'wrote down who are not to be buddies',
  },
  'trajectory.buddy-untied': {
    nl: 'haalde weg dat twee geen maatjes worden',
    en: 'took back that two are not to be buddies',
  },
  'trajectory.buddy-wished': {
    nl: 'schreef wensen voor een maatje op',
    en: 'wrote down wishes for a buddy',
  },
  'trajectory.buddy-read': { nl: 'bekeek het eigen maatje', en: 'looked at her own buddy' },
  'trajectory.buddy-met': {
    nl: 'meldde dat maatjes elkaar spraken',
    en: 'reported that buddies met',
  },
  'trajectory.buddy-unmet': {
    nl: 'haalde weg dat maatjes elkaar spraken',
    en: 'took back that buddies met',
  },
  'trajectory.buddy-calendar': {
    nl: 'haalde een gesprek met een maatje op voor de agenda',
    en: 'fetched a talk with a buddy for the calendar',
  },
} satisfies Record<string, Bilingual>
