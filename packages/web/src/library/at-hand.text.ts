import { dictionary } from '../language/dictionary.ts'

export const atHandText = dictionary({
  nl: {
    open: 'Wat kan hierbij helpen?',
    on: 'Verder hiermee',
    offered: 'Een aanbod uit Kennis. Je kiest zelf wat past.',
    nothing: 'Hier past nu niets bij. Zoek gerust in Kennis.',
    toLibrary: 'Naar Kennis',
    failed: 'Het aanbod kwam niet door. Probeer het zo weer.',
    minutes: (count: number) => (count === 1 ? '1 minuut' : `${count} minuten`),
    chatbot: 'lijst van een chatbot',
    back: {
      journal: 'Terug naar het dagboek',
      relation: 'Terug naar de samenwerking',
      meeting: 'Terug naar het gesprek',
      analysis: 'Terug naar de duiding',
      learning: 'Terug naar het leertraject',
      item: 'Terug naar de vorige kaart',
      library: 'Kennis',
    },
    toExercise: 'Naar de oefening die hierbij hoort',
    stories: (count: number, where: string) =>
      count === 1
        ? `Uit de praktijk: 1 verhaal van een collega (${where})`
        : `Uit de praktijk: ${count} verhalen van collega’s (${where})`,
    practise: 'Opschrijven wat je oefende',
    tryIt: 'Probeer het bij je volgende contact, en kom hier terug met hoe het ging.',
  },
  en: {
    open: 'What may help here?',
    on: 'On from here',
    offered: 'An offer from the library. You choose what fits.',
    nothing: 'Nothing fits here now. Feel free to search the library.',
    toLibrary: 'To the library',
    failed: 'The offer did not come through. Try again in a moment.',
    minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
    chatbot: 'listed by a chatbot',
    back: {
      journal: 'Back to the journal',
      relation: 'Back to the collaboration',
      meeting: 'Back to the meeting',
      analysis: 'Back to the analysis',
      learning: 'Back to the learning trajectory',
      item: 'Back to the card before',
      library: 'Library',
    },
    toExercise: 'To the exercise that goes with this',
    stories: (count: number, where: string) =>
      count === 1
        ? `From practice: 1 story of a colleague (${where})`
        : `From practice: ${count} stories of colleagues (${where})`,
    practise: 'Write down what you practised',
    tryIt: 'Try it at your next contact, and come back here with how it went.',
  },
})
