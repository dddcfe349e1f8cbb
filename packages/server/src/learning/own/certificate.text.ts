import { type Listener, type Phrase, wordsTo } from '@weerklank/core/shared/spoken'

/** Hours and certificate on a learner's own page; Dutch is the source. */
const nl = {
  title: { u: 'Uw uren', je: 'Je uren' },
  was: { u: 'U was erbij: samen {hours}.', je: 'Je was erbij: samen {hours}.' },
  get: 'Bewijs van deelname (PDF)',
} satisfies Record<string, Phrase>

const en: Record<keyof typeof nl, string> = {
  title: 'Your hours',
  was: 'You were there: together {hours}.',
  get: 'Certificate of participation (PDF)',
}

export const certificateWordsFor = (listener: Listener) => wordsTo({ nl, en }, listener)
