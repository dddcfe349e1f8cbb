import type { Bilingual } from '../shared/language.ts'

/** Teams and networks round one family, in the words of the record (see action.words.ts). */
export const circleWords = {
  'circle.listed': {
    nl: 'bekeek welke teams en netwerken er zijn',
    en: 'looked at which teams and networks there are',
  },
  'circle.made': { nl: 'begon een team of netwerk', en: 'began a team or network' },
  'circle.read': { nl: 'opende een team of netwerk', en: 'opened a team or network' },
  'circle.edited': { nl: 'veranderde een team of netwerk', en: 'changed a team or network' },
  'circle.people-changed': {
    nl: 'veranderde wie er bij een team of netwerk hoort',
    en: 'changed who belongs to a team or network',
  },
  'circle.linked': { nl: 'maakte een link naar een team of netwerk', en: 'made a link to a team or network' },
  'circle.unlinked': {
    nl: 'trok een link naar een team of netwerk in',
    en: 'ended a link to a team or network',
  },
  'circle.ended': { nl: 'sloot een team of netwerk af', en: 'rounded a team or network off' },
  'circle.resumed': { nl: 'opende een team of netwerk opnieuw', en: 'took a team or network up again' },
  'circle.page-opened': {
    nl: 'opende haar pagina van een team of netwerk',
    en: 'opened her page of a team or network',
  },
  'circle.left': { nl: 'ging weg uit een team of netwerk', en: 'left a team or network' },
  'circle.family-told': {
    nl: 'schreef op wat het gezin wordt gevraagd of verteld',
    en: 'wrote down what the family is asked or told',
  },
  'circle.family-untold': {
    nl: 'nam terug wat het gezin zou worden gevraagd of verteld',
    en: 'took back what the family would be asked or told',
  },
} satisfies Record<string, Bilingual>
