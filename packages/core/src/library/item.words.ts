import type { Bilingual } from '../shared/language.ts'
import type { EvidenceGrade, ItemKind, ItemMoment, Licence, Provenance, ReadingLevel } from './item.ts'

export const itemKindWords: Readonly<Record<ItemKind, Bilingual>> = {
  element: { nl: 'element van de werkrelatie', en: 'element of the working relation' },
  effect: { nl: 'wat goed samenwerken doet', en: 'what working together well does' },
  challenge: { nl: 'wat het lastig maakt', en: 'what makes it hard' },
  tip: { nl: 'tip', en: 'tip' },
  condition: { nl: 'voorwaarde', en: 'condition' },
  knowledge: { nl: 'weten hoe', en: 'knowing how' },
  exercise: { nl: 'oefening', en: 'exercise' },
  theory: { nl: 'theorie', en: 'theory' },
  prompt: { nl: 'vraag om te stellen', en: 'question to ask' },
  evidence: { nl: 'wat is onderzocht', en: 'what was studied' },
  format: { nl: 'gespreksvorm', en: 'way of talking together' },
}

/** What an item rests on, in words: a grade alone would be read as a mark. */
export const gradeWords: Readonly<Record<EvidenceGrade, Bilingual>> = {
  reviews: { nl: 'Vaker onderzocht, en bij elkaar gelegd', en: 'Studied more than once, and put together' },
  studies: { nl: 'Onderzocht in een of meer studies', en: 'Looked at in one or more studies' },
  practice: { nl: 'Ervaring uit de praktijk', en: 'Experience from practice' },
  opinion: { nl: 'Gedachte van mensen uit het vak', en: 'What people in the field think' },
  none: { nl: 'Niet onderzocht: een idee om uit te proberen', en: 'Not studied: an idea to try out' },
}

export const provenanceWords: Readonly<Record<Provenance, Bilingual>> = {
  'own-words': { nl: 'In onze eigen woorden, naar de bron', en: 'In our own words, after the source' },
  'chatbot-list': { nl: 'Lijst van een chatbot: geen bewijs', en: 'Listed by a chatbot: no evidence' },
  organisation: { nl: 'Van de eigen organisatie', en: 'Of your own organisation' },
}

export const licenceWords: Readonly<Record<Licence, Bilingual>> = {
  cc0: { nl: 'CC0: vrij te gebruiken', en: 'CC0: free to use' },
  'cc-by-4.0': { nl: 'CC BY 4.0: vrij te gebruiken met naam', en: 'CC BY 4.0: free to use with the name' },
  'cc-by-sa-4.0': {
    nl: 'CC BY-SA 4.0: vrij te gebruiken met naam, en weer zo delen',
    en: 'CC BY-SA 4.0: free to use with the name, and to share alike',
  },
  mit: { nl: 'MIT: vrij te gebruiken, zoals Weerklank zelf', en: 'MIT: free to use, as Weerklank itself' },
  'within-organisation': {
    nl: 'Voor gebruik in de eigen organisatie',
    en: 'For use in your own organisation',
  },
  other: { nl: 'Anders: zie de bron', en: 'Other: see the source' },
}

export const readingLevelWords: Readonly<Record<ReadingLevel, Bilingual>> = {
  professional: { nl: 'Voor professionals', en: 'For professionals' },
  parent: { nl: 'Voor ouders', en: 'For parents' },
  child: { nl: 'Voor kinderen', en: 'For children' },
}

export const itemMomentWords: Readonly<Record<ItemMoment, Bilingual>> = {
  start: { nl: 'bij het begin', en: 'at the start' },
  'after-session': { nl: 'na een gesprek', en: 'after a talk' },
  evaluation: { nl: 'bij terugkijken', en: 'when looking back' },
  tension: { nl: 'bij spanning', en: 'when it chafes' },
  ending: { nl: 'bij het einde', en: 'at the end' },
  'own-part': { nl: 'over het eigen aandeel', en: 'about one’s own part' },
  reflection: { nl: 'bij nadenken over jezelf', en: 'when thinking about oneself' },
  'peer-case': { nl: 'bij intervisie', en: 'in peer reflection' },
  rupture: { nl: 'na een breuk', en: 'after a rupture' },
  intake: { nl: 'bij de kennismaking', en: 'at the intake' },
  planning: { nl: 'bij afspraken over taken', en: 'when agreeing on tasks' },
  progress: { nl: 'onderweg', en: 'on the way' },
  team: { nl: 'in het team', en: 'in the team' },
  meeting: { nl: 'in een bijeenkomst', en: 'in a meeting' },
  between: { nl: 'tussen twee bijeenkomsten', en: 'between two meetings' },
}
