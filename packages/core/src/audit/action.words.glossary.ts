import type { Bilingual } from '../shared/language.ts'

/** Words and tensions of teams and networks, in the words of the record (see action.words.ts). */
export const glossaryWords = {
  'circle.glossary-read': {
    nl: 'bekeek de woorden van een team of netwerk',
    en: 'looked at the words of a team or network',
  },
  'circle.word-added': {
    nl: 'voegde een woord toe in een team of netwerk',
    en: 'added a word in a team or network',
  },
  'circle.word-removed': {
    nl: 'haalde een woord weg in een team of netwerk',
    en: 'removed a word in a team or network',
  },
  'circle.words-carried': {
    nl: 'nam woorden over die aan tafel kwamen',
    en: 'took words over that came at the table',
  },
  'circle.word-differs': {
    nl: 'schreef op of mensen iets anders bedoelen met een woord',
    en: 'wrote down whether people mean something else by a word',
  },
  'circle.meaning-given': {
    nl: 'schreef op wat zij met een woord bedoelt',
    en: 'wrote down what she means by a word',
  },
  'circle.meaning-removed': {
    nl: 'haalde een betekenis van een woord weg',
    en: 'removed a meaning of a word',
  },
  'circle.meaning-agreed': {
    nl: 'schreef op wat is afgesproken over een woord',
    en: 'wrote down what was agreed about a word',
  },
  'circle.tensions-read': {
    nl: 'bekeek de spanningen van een team of netwerk',
    en: 'looked at the tensions of a team or network',
  },
  'circle.tension-added': {
    nl: 'schreef een spanning op in een team of netwerk',
    en: 'wrote down a tension in a team or network',
  },
  'circle.tension-changed': {
    nl: 'veranderde een spanning in een team of netwerk',
    en: 'changed a tension in a team or network',
  },
  'circle.debrief-begun': {
    nl: 'begon kort na te bespreken met een team of netwerk',
    en: 'began a short debrief with a team or network',
  },
} as const satisfies Readonly<Record<string, Bilingual>>
