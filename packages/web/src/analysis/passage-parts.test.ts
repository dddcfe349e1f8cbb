import type { Passage } from '@weerklank/core/analysis/analysis.contract'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byPassage, linesOf, partsOf } from './passage-parts.ts'
import type { Coding } from './workbook-cache.ts'

const coding = (id: string, start: number, end: number) => ({ id, passage: 'p', start, end }) as Coding

it('cuts where codings overlap, says where each ends, and where the caret stands', () => {
  const [first, second] = [coding('1', 0, 9), coding('2', 4, 14)]
  const parts = partsOf('Dat 🙂 dachten wij', [first, second], { picked: { start: 14, end: 17 }, caret: 6 })
  expect(parts.map(({ words, ending, hasCaret, isPicked }) => [words, ending, hasCaret, isPicked])).toEqual([
    ['Dat ', [], false, false],
    ['🙂 ', [], false, false],
    ['dac', [first], true, false],
    ['hten ', [second], false, false],
    ['wij', [], false, true],
  ])
})

it('draws all words once, whatever lies over them', () => {
  const span = fc.tuple(fc.nat(30), fc.nat(30)).map(([start, end]) => coding(`${start}-${end}`, start, end))
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.array(span),
      fc.nat(30),
      (body, codings, caret) => {
        const parts = partsOf(body, codings, { picked: { start: 2, end: 5 }, caret })
        expect(parts.map(({ words }) => words).join('')).toBe(body)
      },
    ),
    { numRuns: 100 },
  )
})

it('keeps the codings of a passage in reading order', () => {
  const found = byPassage([coding('b', 3, 5), coding('a', 3, 4), coding('c', 0, 9)])
  expect(found.get('p')?.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
})

it('says once for each run of missing places that words are not kept', () => {
  const at = (ordinal: number) => ({ id: `p${ordinal}`, ordinal }) as unknown as Passage
  const kinds = (passages: Passage[], from: number, until: number) =>
    linesOf(passages, from, until).map((line) => (line.kind === 'gap' ? 'gap' : line.passage.ordinal))
  expect(kinds([at(1), at(2), at(5)], 0, 8)).toEqual(['gap', 1, 2, 'gap', 5, 'gap'])
  expect(kinds([at(3)], 3, 4)).toEqual([3])
  expect(kinds([], 0, 2)).toEqual(['gap'])
})
