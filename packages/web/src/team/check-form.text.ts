import { dictionary } from '../language/dictionary.ts'

export const checkFormText = dictionary({
  nl: { cancel: 'Toch niet' },
  en: { cancel: 'Not now' },
})
