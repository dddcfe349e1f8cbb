import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitText, textWidth } from './text-size.ts'

const style = { size: 13, bold: false }

describe('fitText', () => {
  test('keeps a text that fits', () => {
    expect(fitText('17 nov', 60, style)).toBe('17 nov')
  })

  test('shortens with an ellipsis and without a space before it', () => {
    expect(fitText('Herstelgesprek thuis', 110, style)).toBe('Herstelgesprek…')
  })

  test('does not cut a letter from its accent or a family in pieces', () => {
    expect(fitText('e\u0301e\u0301e\u0301e\u0301', 30, style)).toMatch(/^(e\u0301)+…$/)
    expect(fitText('👩‍👩‍👧👩‍👩‍👧', textWidth('👩‍👩‍👧…', style), style)).toBe('👩‍👩‍👧…')
  })

  test('gives nothing when not even one letter fits', () => {
    expect(fitText('Herstelgesprek', 5, style)).toBe('')
  })

  test('never gets wider than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 200 }), (text, width) => {
        expect(textWidth(fitText(text, width, style), style)).toBeLessThanOrEqual(width)
      }),
    )
  })
})

// Measured in a browser with Noto Sans 13 px: the estimate must not be narrower, and not more than a fifth wider.
test.each([
  ['Herstelgesprek', 92.9],
  ['Onder 6,5: een gesprek waard', 183.8],
  ['niet ingevuld', 79.2],
])('%s is about %d px wide', (text, width) => {
  expect(textWidth(text, style)).toBeGreaterThanOrEqual(width)
  expect(textWidth(text, style)).toBeLessThanOrEqual(width * 1.2)
})

test('bold is wider', () => {
  expect(textWidth('Herstelgesprek', { size: 13, bold: true })).toBeGreaterThan(
    textWidth('Herstelgesprek', style),
  )
})
