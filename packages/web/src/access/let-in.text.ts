import { dictionary } from '../language/dictionary.ts'

export const letInText = dictionary({
  nl: { letIn: 'Iemand van een andere organisatie laten meedoen' },
  en: { letIn: 'Let someone of another organisation take part' },
})
