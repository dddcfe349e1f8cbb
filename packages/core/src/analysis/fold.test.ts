import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sliceSpan } from './code-points.ts'
import { findFolded, fold } from './fold.ts'

test('capitals and accents make no difference, also where they are signs of their own', () => {
  const text = 'Één café\u0301, 👩‍👧 én eén CAFÉ; e\u0301e\u0301n.'
  const found = findFolded(text, 'EEN').map((span) => sliceSpan(text, span))
  expect(found).toEqual(['Één', 'eén', 'e\u0301e\u0301n'])
  expect(findFolded(text, 'cafe').map((span) => sliceSpan(text, span))).toEqual(['café\u0301', 'CAFÉ'])
  expect(findFolded(text, '  ')).toEqual([])
  expect(findFolded('ﬁets', 'f').map((span) => sliceSpan('ﬁets', span))).toEqual(['ﬁ'])
})

test('what is found folds to what was looked for, in any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
      (around, word) => {
        const text = `${around}${word}${around}`
        const wanted = fold(word.trim())
        for (const span of findFolded(text, word)) {
          expect(span.end).toBeGreaterThan(span.start)
          expect(fold(sliceSpan(text, span))).toContain(wanted)
        }
      },
    ),
    { numRuns: 100 },
  )
})
