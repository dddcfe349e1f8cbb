import type { Bilingual } from '../shared/language.ts'

/** What is made of coded words, in the words of the record (see action.words.ts). */
export const pictureWords = {
  'analysis.counted': {
    nl: 'bekeek hoe vaak stemmen iets zeiden over de thema’s van een duiding',
    en: 'looked at how often voices said something about the themes of an analysis',
  },
  'analysis.marked': {
    nl: 'gaf een vak in de tabel van een duiding een teken',
    en: 'marked a cell in the table of an analysis',
  },
  'analysis.placed': {
    nl: 'legde thema’s van een duiding op de synergiekaart',
    en: 'placed themes of an analysis on the map of synergy',
  },
  'analysis.model-changed': {
    nl: 'veranderde het model van de synergiekaart',
    en: 'changed the model of the map of synergy',
  },
  'analysis.round-started': {
    nl: 'begon een ronde waarin collega’s los van elkaar coderen',
    en: 'began a round in which colleagues code without seeing each other',
  },
  'analysis.round-ready': {
    nl: 'zei of het eigen coderen in een ronde klaar is',
    en: 'said whether the own coding in a round is done',
  },
  'analysis.round-opened': {
    nl: 'opende de codes van een ronde voor elkaar',
    en: 'opened the codes of a round to each other',
  },
  'analysis.compared': {
    nl: 'legde codes van collega’s naast elkaar, met [woorden|uw woorden] erbij',
    en: 'laid codes of colleagues side by side, with [words|your words] beside them',
  },
  'analysis.decided': {
    nl: 'schreef op wat is besloten over een verschil in codes',
    en: 'wrote down what was decided about a difference in codes',
  },
  'analysis.undecided': {
    nl: 'nam een besluit over een verschil in codes terug',
    en: 'took back a decision about a difference in codes',
  },
} satisfies Record<string, Bilingual>
