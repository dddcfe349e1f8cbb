import { dictionary } from '../language/dictionary.ts'

export const analysisHeadText = dictionary({
  nl: {
    back: 'Alle duidingen',
    noQuestion: 'Leg de woorden van iedereen naast elkaar, ook de stilte.',
    parts: 'Onderdelen van deze duiding',
    tab: {
      texts: 'Teksten',
      quotes: 'Uitspraken',
      matrix: 'Thema’s en stemmen',
      map: 'Kaart',
      compare: 'Vergelijken',
      report: 'Verslag',
    },
  },
  en: {
    back: 'All analyses',
    noQuestion: 'Lay everybody’s words side by side, the silence too.',
    parts: 'Parts of this analysis',
    tab: {
      texts: 'Texts',
      quotes: 'Quotes',
      matrix: 'Themes and voices',
      map: 'Map',
      compare: 'Compare',
      report: 'Report',
    },
  },
})
