import type { Language } from '@weerklank/core/shared/language'

/** What stands on a page that is tried out, for the colleague who tries it; no respondent reads it. */
export const tryWords = {
  nl: {
    preview: 'Dit is een proef: hier wordt niets bewaard of verstuurd.',
    sent: 'Dit was een proef: er is niets verstuurd en niets bewaard. Zo eindigt het voor wie antwoordt.',
    gap: {
      level: 'Niet alles heeft hier woorden op dit niveau. Dan staat er de gewone tekst.',
      language: 'Niet alles is hier vertaald.',
    },
  },
  en: {
    preview: 'This is a try: nothing is kept or sent here.',
    sent: 'This was a try: nothing was sent and nothing was kept. This is how it ends for who answers.',
    gap: {
      level: 'Not all of this has words at this level. There the plain text stands.',
      language: 'Not everything is translated here.',
    },
  },
} as const satisfies Record<Language, unknown>
