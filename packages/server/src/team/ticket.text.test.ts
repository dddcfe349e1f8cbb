import { furtherLanguages } from '@weerklank/core/shared/language'
import { expect, test } from 'vitest'
import { forbiddenWords, longSentences } from '../../../../scripts/text-rules.ts'
import { loadContent } from '../feedback/instruments.ts'
import { translatedRounds } from './round.languages.ts'
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

const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()

test.each(furtherLanguages)(
  '%s: no sentence is missing or left over, and all have the places of the Dutch ones',
  (tag) => {
    const { words = {}, checks = {} } = translatedRounds.get(tag) ?? {}
    const dutch: Record<string, string> = ticketText.nl
    expect(Object.keys(words).sort()).toEqual(Object.keys(dutch).sort())
    for (const [key, text] of Object.entries(words))
      expect(places(text), key).toEqual(places(dutch[key] ?? ''))
    const { teamInstruments } = loadContent()
    expect(Object.keys(checks)).toEqual([...teamInstruments.keys()])
    for (const [key, one] of teamInstruments)
      expect(Object.keys(checks[key]?.items ?? {})).toEqual(one.items.map(({ id }) => id))
  },
)
