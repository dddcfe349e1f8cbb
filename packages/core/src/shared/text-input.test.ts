import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readable, requiredText, text, tidy } from './text-input.ts'

describe('tidy', () => {
  const rows = [
    ['a\r\nb', 'a\nb'],
    ['a\rb', 'a\nb'],
    ['a\r\r\nb', 'a\n\nb'],
    ['  a b \n', 'a b'],
    ['\r\n', ''],
    ['a\tb', 'a\tb'],
    ['\u00a0a\u00a0', 'a'],
  ] as const
  it.each(rows)('%j → %j', (given, expected) => {
    expect(tidy(given)).toBe(expected)
  })

  it('changes nothing the second time', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(fc.constantFrom('\r', '\n', ' '), unit) }), (value) => {
        expect(tidy(tidy(value))).toBe(tidy(value))
        expect(tidy(value)).not.toContain('\r')
      }),
    )
  })
})

describe('readable', () => {
  const rows: [string, string, boolean][] = [
    ['plain text', 'Ik wil dat we ook over mijn stage praten.', true],
    ['nothing', '', true],
    ['line feed and tab', 'a\n\tb', true],
    ['other scripts', 'Çok iyi · хорошо · جيد · 好', true],
    ['an emoji of two halves', '🌷', true],
    ['a family that is joined', '👩‍👧', true],
    ['NUL', 'a\u0000', false],
    ['bell', 'a\u0007', false],
    ['escape', '\u001b[31m', false],
    ['a bare carriage return', 'a\rb', false],
    ['delete', 'a\u007f', false],
    ['the first half of an emoji', 'a\ud83c', false],
    ['the second half', '\udf37a', false],
    ['two halves in the wrong order', '\udf37\ud83c', false],
  ]
  it.each(rows)('%s', (_, value, expected) => {
    expect(readable(value)).toBe(expected)
  })

  it('is what can be written as UTF-8 and read back', () => {
    const unit = fc.integer({ min: 0x20, max: 0xffff }).map((code) => String.fromCharCode(code))
    fc.assert(
      fc.property(fc.string({ unit }), (value) => {
        fc.pre(!value.includes('\u007f') && !value.startsWith('\ufeff'))
        const back = new TextDecoder().decode(new TextEncoder().encode(value))
        expect(readable(value)).toBe(back === value)
      }),
    )
  })
})

describe('text and requiredText', () => {
  it('tidy before they count', () => {
    expect(text(3).parse('  a\r\nb  ')).toBe('a\nb')
    expect(text(3).safeParse('abcd').success).toBe(false)
    expect(text(0).parse(' \r\n ')).toBe('')
  })

  it('count code points, as PostgreSQL does: an emoji is one, a joined family three', () => {
    expect(text(1).parse('🌷')).toBe('🌷')
    expect(text(1).safeParse('🌷🌷').success).toBe(false)
    expect([2, 3].map((max) => text(max).safeParse('👩‍👧').success)).toEqual([false, true])
  })

  it('refuse what cannot be read, and what is no text', () => {
    for (const value of ['a\u0000b', '\ud83c', 7, null, undefined, ['a']]) {
      expect(text(10).safeParse(value).success).toBe(false)
    }
    expect(text(10).safeParse('a\u0000b').error?.issues[0]?.message).toBe('unreadable')
  })

  it('ask for something where something is required', () => {
    expect(requiredText(10).parse(' a ')).toBe('a')
    for (const value of ['', '   ', '\r\n\t', '\u00a0'])
      expect(requiredText(10).safeParse(value).success).toBe(false)
    expect(requiredText(1).safeParse('ab').success).toBe(false)
  })
})
