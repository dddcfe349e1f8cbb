import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementWord } from './agreement.words.ts'
import { agreementReport } from './agreement-report.ts'
import { type CoderSelection, segmentsOf } from './segments.ts'

const body = 'Ik voelde me gehoord. 🙂 Later niet meer.'
const passages = [{ id: 'p1', body }]
const coders = ['ana', 'bo']
const select = (coder: string, text: string, code: string, weight?: number): CoderSelection => {
  const start = [...body.slice(0, body.indexOf(text))].length
  return { coder, passage: 'p1', start, end: start + [...text].length, code, ...(weight && { weight }) }
}
const textOf = ({ start, end }: { start: number; end: number }) => [...body].slice(start, end).join('')

describe('segments', () => {
  test('cut where somebody’s themes change, in code points; a full stop is no difference', () => {
    const segments = segmentsOf(
      [select('ana', 'Ik voelde me gehoord.', 'heard'), select('bo', 'Ik voelde me gehoord', 'heard')],
      { coders, passages },
    )
    expect(segments.map((one) => [textOf(one), one.codes])).toEqual([
      ['Ik voelde me gehoord', [['heard'], ['heard']]],
      [' 🙂 Later niet meer.', [[], []]],
    ])
  })

  test('a passage that nobody coded is one segment, and who was not asked about counts nowhere', () => {
    const segments = segmentsOf([select('cas', 'Later', 'x')], { coders, passages })
    expect(segments).toHaveLength(1)
    expect(segments[0]?.codes).toEqual([[], []])
  })

  test('selections that touch with the same theme are one, and one outside the text is left out', () => {
    const outside = { coder: 'ana', passage: 'p1', start: 5, end: 999, code: 'x' }
    const empty = { coder: 'ana', passage: 'p1', start: 5, end: 5, code: 'x' }
    const segments = segmentsOf(
      [select('ana', 'Ik voelde ', 'heard'), select('ana', 'me gehoord', 'heard'), outside, empty],
      { coders, passages },
    )
    expect(segments.map(textOf)[0]).toBe('Ik voelde me gehoord')
  })

  test('hold every letter of the text exactly once, in order, whatever was selected', () => {
    const length = [...body].length
    const selection = fc
      .tuple(fc.constantFrom('ana', 'bo'), fc.nat(length), fc.nat(length), fc.constantFrom('a', 'b'))
      .map(([coder, one, other, code]) => ({
        ...{ coder, code, passage: 'p1' },
        ...{ start: Math.min(one, other), end: Math.max(one, other) },
      }))
    fc.assert(
      fc.property(fc.array(selection, { maxLength: 12 }), (selections) => {
        const segments = segmentsOf(selections, { coders, passages })
        const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
        expect(letters(segments.map(textOf).join(''))).toBe(letters(body))
        const starts = segments.map(({ start }) => start)
        expect(starts.every((start, at) => start >= (segments[at - 1]?.end ?? 0))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

describe('the report', () => {
  test('raw agreement first, also without what nobody coded, and a warning when that is most', () => {
    const segments = segmentsOf([select('ana', 'gehoord', 'heard'), select('bo', 'gehoord', 'trust')], {
      coders,
      passages,
    })
    const report = agreementReport(segments, { coders: 2, codes: ['heard', 'trust', 'never'] })
    expect(report.raw).toEqual({ same: 2, of: 3 })
    expect(report.rawCoded).toEqual({ same: 0, of: 1 })
    expect(report.warnings).toEqual(['mostly-uncoded', 'few-segments'])
    expect(report.codes.map(({ together, someone, alpha }) => [together, someone, alpha === null])).toEqual([
      [0, 1, false],
      [0, 1, false],
      [0, 0, true],
    ])
  })

  test('weights are compared by rank and by difference, only where two coders weighed the same', () => {
    const segments = segmentsOf(
      [
        select('ana', 'gehoord', 'heard', 1),
        select('bo', 'gehoord', 'heard', 1),
        select('ana', 'Later', 'heard', 3),
        select('bo', 'Later', 'heard', 2),
        select('ana', 'niet', 'other', 2),
      ],
      { coders, passages },
    )
    const { codes } = agreementReport(segments, { coders: 2, codes: ['heard', 'other'] })
    // By hand, of 1 1 3 2: Do = 2/4, De = 22/12.
    expect(codes[0]?.weights?.interval).toBeCloseTo(1 - 0.5 / (22 / 12), 9)
    expect(codes[1]?.weights).toBeNull()
  })

  test('nothing coded is said as such, and words belong to the borders of Landis and Koch', () => {
    expect(agreementReport(segmentsOf([], { coders, passages }), { coders: 2, codes: [] }).warnings).toEqual([
      'nothing-coded',
    ])
    expect([-0.1, 0, 0.2, 0.21, 0.6, 0.61, 0.8, 0.81, 1].map((value) => agreementWord(value, 'en'))).toEqual([
      'less than chance',
      'slight',
      'slight',
      'fair',
      'moderate',
      'substantial',
      'substantial',
      'almost perfect',
      'almost perfect',
    ])
  })
})
