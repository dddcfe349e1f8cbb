import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointLength, sliceSpan } from './code-points.ts'
import { adjustedSpan, caretPlaces, moveCaret, selectionOf, trimSpan, unitAt } from './selection.ts'

const passages = [
  { id: 'yara', body: 'In het begin dacht ik: weer iemand met een map. 🙂' },
  { id: 'sem', body: '  \n ' },
  { id: 'fons', body: 'Wij wisten niet wie er belde. Dat kostte drie weken.' },
] as const

type Id = (typeof passages)[number]['id']
const at = (passage: Id, place: number) => ({ passage, at: place })

describe('a selection', () => {
  it('codes the words between two places, in either order, without the space around them', () => {
    const expected = { allowed: true, picked: [{ passage: 'yara', start: 3, end: 12 }] }
    expect(selectionOf(passages, at('yara', 2), at('yara', 13))).toEqual(expected)
    expect(selectionOf(passages, at('yara', 13), at('yara', 2))).toEqual(expected)
  })

  it('becomes one span per passage, and none for a passage without words', () => {
    expect(selectionOf(passages, at('yara', 43), at('fons', 3))).toEqual({
      allowed: true,
      picked: [
        { passage: 'yara', start: 43, end: 49 },
        { passage: 'fons', start: 0, end: 3 },
      ],
    })
  })

  it.each([
    [at('yara', 4), at('yara', 4)],
    [at('yara', 2), at('yara', 3)],
    [at('sem', 0), at('sem', 4)],
    [at('yara', 49), at('fons', 0)],
  ])('refuses what holds no words', (one, other) => {
    expect(selectionOf(passages, one, other)).toEqual({ allowed: false, reason: 'nothing' })
  })

  it('refuses a passage that is gone, for instance because somebody withdrew', () => {
    const gone = { passage: 'weg', at: 3 }
    expect(selectionOf<string>(passages, at('yara', 0), gone)).toEqual({ allowed: false, reason: 'unknown' })
    expect(selectionOf<string>(passages, gone, gone)).toEqual({ allowed: false, reason: 'unknown' })
  })

  const difficult = fc.constantFrom('👩‍👩‍👧', 'e\u0301', ' ', '\u00a0', 'سلام', 'שָׁלוֹם', 'woord', '. ', '\n')
  const body = fc.array(difficult, { maxLength: 10 }).map((parts) => parts.join(''))

  it('never has a space at its ends, and trimming again changes nothing', () => {
    fc.assert(
      fc.property(body, fc.nat(40), fc.nat(40), (text, start, end) => {
        const span = trimSpan(text, { start, end })
        if (span === undefined) return
        const words = sliceSpan(text, span)
        expect(words).toBe(words.trim())
        expect(words).not.toBe('')
        expect(trimSpan(text, span)).toEqual(span)
      }),
      { numRuns: 100 },
    )
  })

  it('walks a text from begin to end and back, by every step', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('sign', 'word', 'sentence'), (text, by) => {
        const places = caretPlaces(text, by)
        let place = 0
        for (const next of places.slice(1)) {
          expect(moveCaret(text, next, { by, back: true })).toBe(place)
          place = moveCaret(text, place, { by, back: false })
          expect(place).toBe(next)
        }
        expect(place).toBe(codePointLength(text))
        expect(moveCaret(text, place, { by, back: false })).toBe(place)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a tap', () => {
  const [yara, , fons] = passages
  it('takes the word or the sentence under the finger', () => {
    expect(unitAt(yara.body, 14, 'word')).toEqual({ start: 13, end: 18 })
    expect(unitAt(fons.body, 32, 'sentence')).toEqual({ start: 30, end: 52 })
    expect(unitAt(yara.body, 2, 'word')).toBeUndefined()
    expect(unitAt(fons.body, 99, 'sentence')).toBeUndefined()
  })
})

describe('bringing an end a word further', () => {
  const body = 'Dat kostte drie weken. Toen niet meer.'
  const span = { start: 4, end: 15 }
  const words = (edge: 'start' | 'end', back: boolean, from = span) =>
    sliceSpan(body, adjustedSpan(body, from, { edge, back }))

  it('takes a word in or lets one go', () => {
    expect(words('start', true)).toBe('Dat kostte drie')
    expect(words('start', false)).toBe('drie')
    expect(words('end', false)).toBe('kostte drie weken.')
    expect(words('end', true)).toBe('kostte')
  })

  it('stays where nothing would be left, and at the ends of the text', () => {
    expect(adjustedSpan(body, { start: 4, end: 10 }, { edge: 'end', back: true })).toEqual({
      start: 4,
      end: 10,
    })
    expect(words('start', true, { start: 0, end: 3 })).toBe('Dat')
    expect(words('end', false, { start: 33, end: 38 })).toBe('meer.')
  })
})
