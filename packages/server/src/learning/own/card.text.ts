import { type Listener, type Phrase, wordsTo } from '@weerklank/core/shared/spoken'

/** Around the cards that fit a goal; Dutch is the source. */
const nl = {
  fits: { u: 'Dit past bij uw doel', je: 'Dit past bij je doel' },
  fitsWhy: {
    u: 'We kiezen op woorden in uw doel. U ziet zelf of het past.',
    je: 'We kiezen op woorden in je doel. Je ziet zelf of het past.',
  },
  on: 'Verder hiermee',
  back: { u: 'Terug naar mijn doel', je: 'Terug naar mijn doel' },
  log: 'Opschrijven hoe het ging',
} satisfies Record<string, Phrase>

const en: Record<keyof typeof nl, string> = {
  fits: 'This fits your goal',
  fitsWhy: 'We choose by words in your goal. You see for yourself whether it fits.',
  on: 'On from here',
  back: 'Back to my goal',
  log: 'Write down how it went',
}

export const cardWordsFor = (listener: Listener) => wordsTo({ nl, en }, listener)
