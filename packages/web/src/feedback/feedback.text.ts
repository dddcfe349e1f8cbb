import { dictionary } from '../language/dictionary.ts'

export const feedbackText = dictionary({
  nl: {
    today: 'Vandaag',
    todayIntro: 'Wat om aandacht vraagt, wat is afgesproken en wie er komt.',
    attention: 'Vraagt aandacht',
    quietTitle: 'Niets vraagt nu om aandacht',
    quietText: 'Hier komen antwoorden die een gesprek waard zijn, en de zin om mee te beginnen.',
    toRelations: 'Naar samenwerkingen',
  },
  en: {
    today: 'Today',
    todayIntro: 'What asks for attention, what was agreed and who is coming.',
    attention: 'Asks for attention',
    quietTitle: 'Nothing asks for attention now',
    quietText: 'Answers that are worth a talk come here, with a sentence to begin.',
    toRelations: 'To collaborations',
  },
})
