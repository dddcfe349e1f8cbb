import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointLength, segmentsOf, sliceSpan, toCodePoint, toUtf16, widenToSigns } from './code-points.ts'

/** Family and flag emoji, a letter with two loose accents, Arabic, Hebrew with vowel points, a lone half of a pair. */
const difficult = [
  '👩‍👩‍👧',
  '🇳🇱',
  'e\u0301\u0323',
  'سلام',
  'שָׁלוֹם',
  '\ud83d',
  '👍🏽',
  'a',
  ' ',
  '.',
  '\r\n',
  '𝔸',
]
const texts = fc.array(fc.oneof(fc.constantFrom(...difficult), fc.string({ unit: 'binary' })), {
  maxLength: 12,
})
const anyText = texts.map((parts) => parts.join(''))
const runs = { numRuns: 100 }

describe('places in a text', () => {
  it('counts an emoji once, and a letter with its accents as its code points', () => {
    expect(codePointLength('👍🏽')).toBe(2)
    expect(codePointLength('e\u0301')).toBe(2)
    expect(sliceSpan('Dank 🙏 hoor', { start: 5, end: 6 })).toBe('🙏')
    expect(toCodePoint('🙏a', 1)).toBe(0)
    expect(toCodePoint('🙏a', 99)).toBe(2)
    expect(toUtf16('🙏a', 1)).toBe(2)
    expect(toUtf16('🙏a', -3)).toBe(0)
  })

  it('agrees with the code points of the language, and comes back where it began', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const points = [...text]
        expect(codePointLength(text)).toBe(points.length)
        for (let at = 0; at <= points.length; at += 1) {
          expect(toUtf16(text, at)).toBe(points.slice(0, at).join('').length)
          expect(toCodePoint(text, toUtf16(text, at))).toBe(at)
        }
      }),
      runs,
    )
  })

  it('slices as the code points do', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), fc.nat(20), (text, start, end) => {
        expect(sliceSpan(text, { start, end })).toBe([...text].slice(start, Math.max(start, end)).join(''))
      }),
      runs,
    )
  })
})

describe('whole signs', () => {
  it('takes the family along when one of them is touched', () => {
    expect(widenToSigns('a👩‍👩‍👧b', { start: 3, end: 4 })).toEqual({ start: 1, end: 6 })
    expect(widenToSigns('e\u0301t', { start: 1, end: 2 })).toEqual({ start: 0, end: 2 })
    expect(widenToSigns('abc', { start: 2, end: 1 })).toEqual({ start: 1, end: 2 })
    expect(widenToSigns('a👩‍👩‍👧b', { start: 3, end: 3 })).toEqual({ start: 1, end: 1 })
  })

  it('holds what was selected, cuts no sign, and stays as it is when widened again', () => {
    const segmenter = new Intl.Segmenter('nl', { granularity: 'grapheme' })
    fc.assert(
      fc.property(anyText, fc.nat(30), fc.nat(30), (text, one, other) => {
        const length = codePointLength(text)
        const wide = widenToSigns(text, { start: one, end: other })
        expect(wide.start).toBeLessThanOrEqual(Math.min(one, other, length))
        if (Math.min(one, length) !== Math.min(other, length)) {
          expect(wide.end).toBeGreaterThanOrEqual(Math.min(Math.max(one, other), length))
        }
        const starts = new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length))
        expect(starts.has(toUtf16(text, wide.start))).toBe(true)
        expect(starts.has(toUtf16(text, wide.end))).toBe(true)
        expect(widenToSigns(text, wide)).toEqual(wide)
      }),
      runs,
    )
  })
})

describe('segments of overlapping marks', () => {
  it('cuts where a mark begins or ends', () => {
    const first = { start: 0, end: 5 }
    const second = { start: 3, end: 8 }
    expect(segmentsOf(10, [first, second])).toEqual([
      { start: 0, end: 3, over: [first] },
      { start: 3, end: 5, over: [first, second] },
      { start: 5, end: 8, over: [second] },
      { start: 8, end: 10, over: [] },
    ])
    expect(segmentsOf(4, [{ start: 2, end: 2 }])).toEqual([{ start: 0, end: 4, over: [] }])
    expect(segmentsOf(0, [first])).toEqual([])
  })

  it('is the whole text once, and says of each code point exactly what lies over it', () => {
    const marks = fc.array(
      fc.record({ start: fc.integer({ min: -3, max: 40 }), end: fc.integer({ min: -3, max: 45 }) }),
    )
    fc.assert(
      fc.property(fc.nat(40), marks, (length, marked) => {
        const segments = segmentsOf(length, marked)
        expect(
          segments.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
        ).toEqual(Array.from({ length }, (_, at) => at))
        for (const { start, end, over } of segments) {
          for (let at = start; at < end; at += 1) {
            expect(over).toEqual(marked.filter((mark) => mark.start <= at && at < mark.end))
          }
        }
      }),
      runs,
    )
  })
})
