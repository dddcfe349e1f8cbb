import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawingAtMost, drawingPaper, isDrawing, thinnedDrawing } from './drawing.ts'

describe('isDrawing', () => {
  it.each<[string, boolean]>([
    ['M0 0L300 200', true],
    ['M10 20L10 20', true],
    ['M10 20L12 24L15 30M1 1L2 2', true],
    ['', false],
    ['M10 20', false],
    ['L10 20', false],
    ['M10 20L301 20', false],
    ['M10 20L20 201', false],
    ['M10 20L-1 20', false],
    ['M1.5 20L2 2', false],
    ['M10,20L12,24', false],
    ['M10 20L12 24"/><script>', false],
    ['M10 20L12 24\n', false],
    ['m10 20l12 24', false],
    ['M10 20L12 24z', false],
  ])('%j: %s', (text, expected) => {
    expect(isDrawing(text)).toBe(expected)
  })

  const point = fc.tuple(fc.nat(drawingPaper.width), fc.nat(drawingPaper.height)).map(([x, y]) => `${x} ${y}`)
  const line = fc.array(point, { minLength: 2, maxLength: 40 }).map((points) => `M${points.join('L')}`)

  it('takes whatever is drawn on the paper', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        expect(isDrawing(lines.join(''))).toBe(lines.join('').length <= drawingAtMost)
      }),
    )
  })

  it('takes nothing that could be more than a path, in a moment', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(isDrawing(text) && !/^[ML\d ]+$/.test(text)).toBe(false)
      }),
    )
    const long = `${'M1 1L2 2'.repeat(drawingAtMost / 8)}M`
    expect([isDrawing(long), isDrawing(long.slice(8)), isDrawing(long.slice(0, -1))]).toEqual([
      false,
      false,
      true,
    ])
  })
})

describe('thinnedDrawing', () => {
  const point = fc.tuple(fc.nat(drawingPaper.width), fc.nat(drawingPaper.height))
  const strokes = fc.array(fc.array(point, { minLength: 2, maxLength: 60 }), { minLength: 1, maxLength: 12 })
  const drawn = strokes.map((all) =>
    all.map((points) => `M${points.map(([x, y]) => `${x} ${y}`).join('L')}`).join(''),
  )

  it('is a drawing still, is short enough, and leaves a short one alone', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 40, max: 3000 }), (text, atMost) => {
        const thin = thinnedDrawing(text, atMost)
        expect(thin.length).toBeLessThanOrEqual(atMost)
        expect(thin === '' || isDrawing(thin)).toBe(true)
        if (text.length <= atMost) expect(thin).toBe(text)
      }),
    )
  })

  it('keeps the ends of each stroke and its turns, and lets go what lies on a line', () => {
    const straight = Array.from({ length: 100 }, (_, i) => `${i} 50`).join('L')
    const up = Array.from({ length: 100 }, (_, i) => `99 ${50 + i}`).join('L')
    expect(thinnedDrawing(`M${straight}L${up}`, 100)).toBe('M0 50L99 50L99 149')
    expect(thinnedDrawing('M0 0L300 0L0 0L1 0', 16)).toBe('M0 0L300 0L1 0')
  })
})
