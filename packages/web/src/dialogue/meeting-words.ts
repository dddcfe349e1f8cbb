import type { Language } from '@weerklank/core/shared/language'

const questions = {
  nl: ['Wat is voor u waardevol geweest in het contact met ons?', 'Wat zou er nog beter kunnen?'],
  en: ['What was valuable to you in the contact with us?', 'What could still be better?'],
} as const

const shadow = {
  nl: 'Wie voelde zich wel eens buiten staan? Wat kostte het?',
  en: 'Who felt left out at times? What did it cost?',
} as const

/** What a new meeting asks, until somebody finds better words. Source: domain.md §1.1 (S000), in our own words. */
export const firstWords = (language: Language) => ({
  shadow: shadow[language],
  questions: questions[language],
})
