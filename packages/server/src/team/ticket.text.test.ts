import { expect, test } from 'vitest'
import { forbiddenWords, longSentences } from '../../../../scripts/text-rules.ts'
import { ticketText } from './ticket.text.ts'

/** Places are filled with what is usual, so that sentences have their real length. */
const filled = (text: string) =>
  text
    .replace('{names}', 'Noor en Farid')
    .replace('{day}', 'maandag 7 december')
    .replace(/\{\w+\}/g, '5')

test('whoever answers without a name reads short sentences that judge nobody', () => {
  const complaints = Object.values(ticketText.nl).flatMap((text) => [
    ...longSentences(filled(text)),
    ...forbiddenWords(filled(text)),
  ])
  expect(complaints).toEqual([])
})
