import { dictionary } from '../language/dictionary.ts'

export const sharedFeedbackText = dictionary({
  nl: {
    title: 'Wat deelnemers met je delen',
    intro:
      'Antwoorden van anderen, waarvan een deelnemer vooraf koos dat jij ze mag lezen. Wie schreef, wist dat.',
    none: 'Nog niemand koos hiervoor. Dat is goed zo: de map is van de deelnemer.',
    wrote: (from: string, about: string, day: string) => `${from} schreef aan ${about}, ${day}`,
    own: (about: string) => `${about} schreef zelf`,
  },
  en: {
    title: 'What learners share with you',
    intro:
      'Answers of others, of which a learner chose beforehand that you may read them. Whoever wrote them knew.',
    none: 'Nobody chose this yet. That is fine: a portfolio is the learner’s.',
    wrote: (from: string, about: string, day: string) => `${from} wrote to ${about}, ${day}`,
    own: (about: string) => `${about} wrote`,
  },
})
