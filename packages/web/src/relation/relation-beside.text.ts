import { dictionary } from '../language/dictionary.ts'

export const relationBesideText = dictionary({
  nl: { takeAlong: 'Verslag of checks meenemen' },
  en: { takeAlong: 'Take a report or checks along' },
})
