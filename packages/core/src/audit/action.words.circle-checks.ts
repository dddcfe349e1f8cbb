import type { Bilingual } from '../shared/language.ts'

/** Checks of a team or network, in the words of the record (see action.words.ts). Who answered stands nowhere in it. */
export const circleCheckActionWords = {
  'circle.checks-read': { nl: 'bekeek de checks van het team', en: 'looked at the checks of the team' },
  'circle.check-read': { nl: 'bekeek een check van het team', en: 'looked at a check of the team' },
  'circle.check-made': { nl: 'maakte een check voor het team', en: 'made a check for the team' },
  'circle.check-talk-planned': {
    nl: 'koos wanneer jullie over een check praten',
    en: 'chose when a check is talked about',
  },
  'circle.check-withdrawn': { nl: 'trok een check van het team in', en: 'took away a check of the team' },
  'circle.check-opened': { nl: 'opende een check van het team', en: 'opened a check of the team' },
} as const satisfies Readonly<Record<string, Bilingual>>
