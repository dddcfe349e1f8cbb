import { expect, test } from 'vitest'
import { breakWords, type ChainBreak } from './chain.words.ts'

const line = { id: 'l1', at: '2026-11-19T08:00:00.000Z' }
const one: ChainBreak = { kind: 'changed', lane: 7, seq: 12, line }

// Every kind, as far as it can be told which line it was.
const rows: [ChainBreak, string][] = [
  [
    one,
    'In schakel 12 van keten 7 is regel l1 van 2026-11-19 om 09.00 uur veranderd, of ontbreekt wat daarachter stond.',
  ],
  [
    { ...one, line: null },
    'In schakel 12 van keten 7 is een regel veranderd, of ontbreekt de laatste regel.',
  ],
  [{ ...one, kind: 'missing', line: null }, 'Er ontbreekt iets: schakel 12 van keten 7.'],
  [
    { ...one, kind: 'missing', last: 14, line: null },
    'Er ontbreekt iets: schakel 12 tot en met 14 van keten 7.',
  ],
  [{ ...one, kind: 'missing', last: 12, line: null }, 'Er ontbreekt iets: schakel 12 van keten 7.'],
  [
    { ...one, kind: 'added' },
    'Aan schakel 12 van keten 7 is regel l1 van 2026-11-19 om 09.00 uur later toegevoegd.',
  ],
  [
    { ...one, kind: 'out-of-order' },
    'De volgorde klopt niet bij schakel 12 van keten 7: daar hoort regel l1 van 2026-11-19 om 09.00 uur.',
  ],
  [
    { ...one, kind: 'head', line: null },
    'Het bewaarde einde van de keten past niet bij schakel 12 van keten 7.',
  ],
  [
    { kind: 'outside', lane: null, seq: null, line },
    'Buiten de ketens om is regel l1 van 2026-11-19 om 09.00 uur toegevoegd.',
  ],
]

test.each(rows)('%j', (broken, words) => {
  expect(breakWords(broken, 'nl', 'Europe/Amsterdam')).toBe(words)
  expect(breakWords(broken, 'en', 'Europe/Amsterdam')).toMatch(/^[A-Z].+\.$/)
})
