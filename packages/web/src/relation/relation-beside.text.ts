import { dictionary } from '../language/dictionary.ts'

export const relationBesideText = dictionary({
  nl: { takeAlong: 'Verslag of checks meenemen', meet: 'Plan een gesprek', circle: 'Als team of netwerk' },
  en: { takeAlong: 'Take a report or checks along', meet: 'Plan a meeting', circle: 'As a team or network' },
})
