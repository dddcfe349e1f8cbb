import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MutualPictureInput, type MutualRow, mutualPicture } from './mutual-picture.ts'

const value = (at: number) => ({ value: at, label: at.toFixed(1).replace('.', ',') })
const row = (more: Partial<MutualRow> = {}): MutualRow => ({
  label: 'Tempo en woorden',
  first: value(5.4),
  second: value(7.9),
  words: 'Lina 2,5 lager',
  isMarked: true,
  ...more,
})
const draw = (rows: readonly MutualRow[], more: Partial<MutualPictureInput> = {}) =>
  mutualPicture({
    idPrefix: 'beeld',
    title: 'Hoe Lina en Noor het zien',
    description: 'Bij 1 vraag kijken jullie anders.',
    lang: 'nl',
    width: 680,
    scale: { min: 0, max: 10 },
    names: ['Lina', 'Noor'],
    rows,
    ...more,
  })
const count = (svg: string, part: string) => svg.split(part).length - 1

describe('two pictures on one line', () => {
  test('is one image with a name and a description, and nothing to tab to', () => {
    const svg = draw([row()])
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="beeld-title" aria-describedby="beeld-desc"/)
    expect(svg).not.toContain('tabindex')
  })

  test('shape tells the two apart: a circle and a leaf, once in the head and once in each row', () => {
    const svg = draw([row(), row({ isMarked: false })])
    expect(count(svg, 'class="wk-c-full"')).toBe(3)
    expect(count(svg, 'class="wk-c-leaf"')).toBe(3)
  })

  test('kin is a square and a partner a diamond, in the colours of their voices', () => {
    const kin = draw([row()], { firstVoice: 'kin' })
    expect(kin.match(/<rect class="wk-c-full wk-c-of-kin"[^>]* fill="#a94e00"/g)).toHaveLength(2)
    expect(kin).toMatch(/class="wk-c-last wk-c-of-kin" fill="#a94e00"[^>]*>Lina</)
    const partner = draw([row({ secondGuessed: 3 })], { firstVoice: 'partner' })
    expect(count(partner, 'transform="rotate(45 ')).toBe(3)
    expect(count(partner, '<rect class="wk-c-open wk-c-of-partner"')).toBe(1)
  })

  test('low stands left of high, and a marked difference is a bar from one to the other', () => {
    const svg = draw([row()])
    const circle = Number(
      /class="wk-c-full" cx="([\d.]+)" cy="5\d/.exec(svg)?.[1] ??
        /cx="([\d.]+)"[^>]*>(?!.*cx)/.exec(svg)?.[1],
    )
    const bar = /class="wk-c-cut" d="M([\d.]+) [\d.]+H([\d.]+)"/.exec(svg)
    expect(Number(bar?.[1])).toBeCloseTo(circle, 0)
    expect(Number(bar?.[2])).toBeGreaterThan(circle)
    expect(draw([row({ isMarked: false })])).not.toContain('wk-c-cut"')
  })

  test('an empty answer has a dash and no mark; a guess is open, in the shape of whose answer was guessed', () => {
    const svg = draw([row({ first: null, isMarked: false, firstGuessed: 6, secondGuessed: 3 })])
    expect(svg).toContain('>–<')
    expect(count(svg, 'class="wk-c-full"')).toBe(1)
    expect(count(svg, 'class="wk-c-leaf-open"')).toBe(1)
    expect(count(svg, 'class="wk-c-open"')).toBe(1)
  })

  test('two answers in one place do not hide each other', () => {
    const svg = draw([row({ first: value(6), second: value(6), isMarked: false })])
    const circle = [...svg.matchAll(/class="wk-c-full" cx="[\d.]+" cy="([\d.]+)"/g)].at(-1)?.[1]
    const leaf = [...svg.matchAll(/class="wk-c-leaf" d="M[\d.]+ ([\d.]+)/g)].at(-1)?.[1]
    expect(Number(leaf) + 7 - Number(circle)).toBe(10)
  })

  test('at any width every mark stays in the picture, whatever the values and the words', () => {
    const any = fc.option(fc.double({ min: -5, max: 15, noNaN: true }).map(value), { nil: null })
    const rows = fc.array(
      fc.record({
        label: fc.string({ unit: 'binary' }),
        first: any,
        second: any,
        words: fc.string({ unit: 'binary' }),
        isMarked: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(rows, fc.integer({ min: 280, max: 1200 }), (given, width) => {
        const svg = draw(given, { width })
        for (const [, x] of svg.matchAll(/cx="(-?[\d.]+)"/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(7)
          expect(Number(x)).toBeLessThanOrEqual(width - 7)
        }
        expect(svg).not.toMatch(/NaN|Infinity/)
        expect(svg).toBe(draw(given, { width }))
      }),
      { numRuns: 60 },
    )
  })
})
