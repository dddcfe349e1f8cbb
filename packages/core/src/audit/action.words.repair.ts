import type { Bilingual } from '../shared/language.ts'

/** What was done about strain and its repair; see action.words.ts for how these are read. */
export const repairWords = {
  'rupture.read': {
    nl: 'las wat er schuurde in [de|uw] samenwerking',
    en: 'read about strain in [the|your] collaboration',
  },
  'rupture.noticed': { nl: 'schreef op dat er iets schuurde', en: 'wrote down that there was strain' },
  'rupture.changed': { nl: 'veranderde wat er schuurde', en: 'changed what was written about strain' },
  'rupture.shared': { nl: 'deelde wat er schuurde', en: 'shared what was written about strain' },
  'rupture.removed': {
    nl: 'verwijderde eigen woorden over wat er schuurde',
    en: 'removed personal words about strain',
  },
  'rupture.step-taken': { nl: 'zette een stap om het te herstellen', en: 'took a step of repair' },
  'rupture.step-undone': { nl: 'haalde een stap van herstel terug', en: 'took back a step of repair' },
  'peer-case.made': {
    nl: 'maakte een onherkenbare casus voor intervisie',
    en: 'made an unrecognisable case for peer reflection',
  },
  'supervision.shared': {
    nl: 'vroeg iemand om mee te kijken in [een|uw] samenwerking',
    en: 'asked somebody to look along in [a|your] collaboration',
  },
  'supervision.listed': {
    nl: 'bekeek wie er mee mag kijken in [een|uw] samenwerking',
    en: 'looked at who may look along in [a|your] collaboration',
  },
  'supervision.read': {
    nl: 'keek mee in [een|uw] samenwerking: de antwoorden, wat opviel en de afspraken',
    en: 'looked along in [a|your] collaboration: the answers, what stood out and the agreements',
  },
  'supervision.ended': {
    nl: 'liet het meekijken in [een|uw] samenwerking stoppen',
    en: 'ended the looking along in [a|your] collaboration',
  },
  'own-challenge.read': { nl: 'keek naar iets van zichzelf', en: 'looked at something of one’s own' },
  'own-challenge.tagged': { nl: 'herkende iets bij zichzelf', en: 'recognised something in oneself' },
  'own-challenge.closed': { nl: 'rondde iets van zichzelf af', en: 'closed something of one’s own' },
  'own-challenge.removed': { nl: 'verwijderde iets van zichzelf', en: 'removed something of one’s own' },
} as const satisfies Record<string, Bilingual>
