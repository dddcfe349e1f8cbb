import { dictionary } from '../language/dictionary.ts'

/** What the reasons of a signal rest on: fetched with them. */
export const openerReasonsText = dictionary({
  nl: {
    restsOn: 'Dit komt van:',
    score: (value: string) => `gemiddeld ${value}`,
    item: (value: string, item: string) => `${value} op ‘${item}’`,
    point: (day: string, of: { who: string; gave: string }) => `${day}: ${of.who} gaf ${of.gave}`,
    moment: {
      'last-answer': (who: string, day: string) => `${day}: het laatste antwoord van ${who}`,
      start: (_who: string, day: string) => `${day}: het begin van de samenwerking`,
      strain: (_who: string, day: string) => `${day}: toen is opgeschreven dat het schuurde`,
    },
  },
  en: {
    restsOn: 'This comes from:',
    score: (value: string) => `${value} on average`,
    item: (value: string, item: string) => `${value} for ‘${item}’`,
    point: (day: string, of: { who: string; gave: string }) => `${day}: ${of.who} gave ${of.gave}`,
    moment: {
      'last-answer': (who: string, day: string) => `${day}: the last answer of ${who}`,
      start: (_who: string, day: string) => `${day}: the start of the collaboration`,
      strain: (_who: string, day: string) => `${day}: then it was written down that there was strain`,
    },
  },
})
