import type { Bilingual } from '../shared/language.ts'
import { practiceStoryWords } from './action.words.practice.ts'
import { worksWords } from './action.words.works.ts'

/** What was done with items of the library and collections of them; see action.words.ts for how these are read. */
export const libraryWords = {
  ...practiceStoryWords,
  ...worksWords,
  'library.item-kept': { nl: 'schreef een eigen kaart voor Kennis', en: 'wrote an own item for the library' },
  'library.item-published': {
    nl: 'zette een eigen kaart in Kennis',
    en: 'published an own item in the library',
  },
  'library.item-withdrawn': {
    nl: 'haalde een eigen kaart uit Kennis',
    en: 'withdrew an own item from the library',
  },
  'library.collection-kept': {
    nl: 'maakte of veranderde een verzameling kaarten',
    en: 'made or changed a collection',
  },
  'library.collection-removed': { nl: 'verwijderde een verzameling kaarten', en: 'removed a collection' },
  'library.collection-linked': {
    nl: 'maakte een link naar een verzameling kaarten',
    en: 'made a link to a collection',
  },
  'library.collection-unlinked': {
    nl: 'trok een link naar een verzameling kaarten in',
    en: 'withdrew a link to a collection',
  },
  'library.taken-along': {
    nl: 'nam kaarten uit Kennis mee in een bestand',
    en: 'took items of the library along in a file',
  },
} as const satisfies Record<string, Bilingual>
