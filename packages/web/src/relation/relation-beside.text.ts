import { dictionary } from '../language/dictionary.ts'

export const relationBesideText = dictionary({
  nl: { takeAlong: 'Checks van deze samenwerking meenemen' },
  en: { takeAlong: 'Take the checks of this collaboration along' },
})
