import type { Language } from '@weerklank/core/shared/language'

/** What stands on a page that is tried out, for the colleague who tries it; no respondent reads it. */
export const tryWords = {
  nl: {
    preview: 'Dit is een proef: hier wordt niets bewaard of verstuurd.',
    sent: 'Dit was een proef: er is niets verstuurd en niets bewaard. Zo eindigt het voor wie antwoordt.',
    gap: {
      level: 'Hier staat de gewone tekst: deze heeft geen eigen woorden op dit niveau.',
      language: 'Dit is nog niet vertaald.',
    },
  },
  en: {
    preview: 'This is a try: nothing is kept or sent here.',
    sent: 'This was a try: nothing was sent and nothing was kept. This is how it ends for who answers.',
    gap: {
      level: 'The plain text stands here: there are no words of its own at this level.',
      language: 'This is not translated yet.',
    },
  },
} as const satisfies Record<Language, unknown>
