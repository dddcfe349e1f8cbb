import { dictionary } from '../language/dictionary.ts'

export const hinderingText = dictionary({
  nl: {
    title: 'Wat ons in de weg zit',
    intro: 'Vijf kaarten om een gesprek mee te beginnen. Ze gaan over ons samen, nooit over één mens.',
    back: 'Spanningen',
    card: (at: number, of: number) => `Kaart ${at} van ${of}`,
    draw: 'Pak een andere kaart',
    first: 'Pak een kaart',
    questions: 'Vragen',
    shadow: 'En de andere kant',
    take: 'Neem mee naar een gesprek',
    print: 'Alle kaarten afdrukken',
    source: 'Bron',
  },
  en: {
    title: 'What hinders us',
    intro: 'Five cards to begin a talk with. They are about us together, never about one person.',
    back: 'Tensions',
    card: (at: number, of: number) => `Card ${at} of ${of}`,
    draw: 'Draw another card',
    first: 'Draw a card',
    questions: 'Questions',
    shadow: 'And the other side',
    take: 'Take it to a meeting',
    print: 'Print all cards',
    source: 'Source',
  },
})
