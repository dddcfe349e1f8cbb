import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hinderingCards } from './hindering.schema.ts'

const file = new URL('../../../../content/team/hindering.json', import.meta.url)
const { cards } = hinderingCards.parse(JSON.parse(readFileSync(file, 'utf8')))

test('five cards, each with questions', () => {
  expect(cards.map(({ key }) => key)).toHaveLength(5)
  for (const { questions, shadow } of cards) {
    for (const { nl, en } of [...questions, shadow])
      expect([nl, en].map((words) => words.at(-1))).toEqual(['?', '?'])
  }
})

test('every question is about us: each names us, or what happens here, and never a kind of person', () => {
  for (const { nl } of cards.flatMap(({ questions }) => questions)) {
    expect(nl).toMatch(/\b(wij|we|ons|onze|onszelf|hier|kwam er)\b/iu)
    expect(nl).not.toMatch(/\b(hij|jij|diegene|type|iemand die)\b/iu)
  }
})
