import type { Bilingual } from '../shared/language.ts'

/** Maps of who works with whom, in the words of the record (see action.words.ts). */
export const networkWords = {
  'network.listed': { nl: 'bekeek de momenten van een kaart', en: 'looked at the moments of a map' },
  'network.read': {
    nl: 'bekeek een kaart van wie met wie werkt',
    en: 'looked at a map of who works with whom',
  },
  'network.begun': { nl: 'begon een moment voor een kaart', en: 'began a moment for a map' },
  'network.talk-planned': {
    nl: 'koos wanneer jullie over een kaart praten',
    en: 'chose when a map is talked about',
  },
  'network.removed': { nl: 'haalde een moment van een kaart weg', en: 'took away a moment of a map' },
  'network.exported': { nl: 'nam een kaart mee als bestand', en: 'took a map along as a file' },
  'network.told': { nl: 'vertelde met wie die werkt', en: 'told with whom they work' },
  'network.untold': { nl: 'nam terug met wie die werkt', en: 'took back with whom they work' },
} as const satisfies Record<string, Bilingual>
