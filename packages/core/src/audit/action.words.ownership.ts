import type { Bilingual } from '../shared/language.ts'

/** How long data are kept, and taking all of them along; see action.words.ts for how these are read. */
export const ownershipWords = {
  'retention.read': { nl: 'keek wat er weggaat', en: 'looked at what will go' },
  'retention.changed': { nl: 'veranderde bewaartermijnen', en: 'changed how long data are kept' },
  'retention.removed': {
    nl: 'verwijderde wat niet langer bewaard mag worden',
    en: 'removed what may not be kept any longer',
  },
  'takeaway.read': {
    nl: 'keek hoe ver het meenemen van alle gegevens is',
    en: 'looked at how far taking all data along is',
  },
  'takeaway.asked': { nl: 'vroeg om alle gegevens mee te nemen', en: 'asked to take all data along' },
  'takeaway.confirmed': {
    nl: 'vond goed dat alle gegevens worden meegenomen',
    en: 'agreed that all data are taken along',
  },
  'takeaway.refused': {
    nl: 'vond niet goed dat alle gegevens worden meegenomen',
    en: 'did not agree that all data are taken along',
  },
  'takeaway.made': { nl: 'maakte een bestand met alle gegevens', en: 'made a file with all data' },
} satisfies Record<string, Bilingual>
