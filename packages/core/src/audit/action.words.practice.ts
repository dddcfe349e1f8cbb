import type { Bilingual } from '../shared/language.ts'

/** What was done with stories of practice; see action.words.ts for how these are read. */
export const practiceStoryWords = {
  'story.listed': { nl: 'bekeek de praktijkverhalen', en: 'looked at the practice stories' },
  'story.read': { nl: 'las een praktijkverhaal', en: 'read a practice story' },
  'story.saved': { nl: 'schreef aan een eigen praktijkverhaal', en: 'wrote a practice story of one’s own' },
  'story.checked': {
    nl: 'liet nakijken of iemand te herkennen is in een eigen praktijkverhaal of aanvulling',
    en: 'had a practice story or addition of one’s own looked through for anybody who can be recognised',
  },
  'story.shared': {
    nl: 'deelde een praktijkverhaal met collega’s',
    en: 'shared a practice story with colleagues',
  },
  'story.withdrawn': {
    nl: 'haalde een eigen praktijkverhaal terug',
    en: 'took a practice story of one’s own back',
  },
  'story.removed': {
    nl: 'verwijderde een eigen praktijkverhaal',
    en: 'removed a practice story of one’s own',
  },
  'story.added-to': {
    nl: 'vulde het praktijkverhaal van een collega aan',
    en: 'added to the practice story of a colleague',
  },
  'story.addition-removed': {
    nl: 'haalde een eigen aanvulling bij een praktijkverhaal weg',
    en: 'took back what one added to a practice story',
  },
  'story.taken-down': {
    nl: 'haalde een praktijkverhaal uit het zicht, omdat iemand te herkennen was',
    en: 'took a practice story out of sight, because somebody could be recognised',
  },
} as const satisfies Record<string, Bilingual>
