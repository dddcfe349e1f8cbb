import { dictionary } from '../language/dictionary.ts'

/** A few questions one by one, that lead to something that fits. */
export const choosingText = dictionary({
  nl: {
    next: 'Verder',
    previous: 'Vorige vraag',
    again: 'Begin opnieuw',
    choose: 'Kies eerst een antwoord.',
    answers: 'Wat je koos',
  },
  en: {
    next: 'Go on',
    previous: 'Previous question',
    again: 'Begin again',
    choose: 'Choose an answer first.',
    answers: 'What you chose',
  },
})
