import { describe, expect, test } from 'vitest'
import { sparkline } from './sparkline.ts'

const count = (svg: string, part: string) => svg.split(part).length - 1
const numbers = (svg: string, name: string) =>
  [...svg.matchAll(new RegExp(` ${name}="([\\d.]+)"`, 'g'))].map((match) => Number(match[1]))

describe('sparkline', () => {
  test('is hidden from screen readers and has no words', () => {
    const svg = sparkline({ values: [7, 8], cutoff: 6.5 })
    expect(svg).toMatch(/^<svg [^>]*aria-hidden="true"[^>]*viewBox="0 0 120 40"/)
    expect(svg).not.toContain('<text')
  })

  test('breaks the line at a missed check, with a cross, and ends in an open dot', () => {
    const svg = sparkline({ values: [6.9, 7.1, 7.4, null, 7.3, 7.6, 7.9, 5.4], cutoff: 6.5 })
    expect(count(/d="([^"]*)"/.exec(svg)?.[1] ?? '', 'M')).toBe(2)
    expect(count(svg, 'class="wk-c-cross"')).toBe(1)
    expect(count(svg, 'class="wk-c-open"')).toBe(1)
    expect(numbers(svg, 'cx')).toEqual([114])
  })

  test('the dot stays with the last answer when the latest checks were missed', () => {
    const svg = sparkline({ values: [7.4, 7.6, 7.2, 7.3, null, null], cutoff: 6.5 })
    expect(count(svg, 'class="wk-c-cross"')).toBe(2)
    expect(numbers(svg, 'cx')[0]).toBeLessThan(90)
  })

  test('draws the last eight only', () => {
    const last = [7, 8, 7, 8, 7, 8, 7, 8]
    expect(sparkline({ values: [1, null, 2, ...last], cutoff: 6.5 })).toBe(
      sparkline({ values: last, cutoff: 6.5 }),
    )
  })

  test('the band begins at the line; without a line there is none', () => {
    const svg = sparkline({ values: [5], cutoff: 5 })
    expect(numbers(svg, 'y')).toEqual(numbers(svg, 'cy'))
    expect(sparkline({ values: [5], cutoff: null })).not.toContain('wk-c-spark-band')
  })

  test('only missed checks: crosses, no dot; nothing asked: nothing', () => {
    const svg = sparkline({ values: [null, null], cutoff: 6.5 })
    expect(count(svg, 'class="wk-c-cross"')).toBe(2)
    expect(svg).not.toContain('<circle')
    expect(sparkline({ values: [], cutoff: 6.5 })).toBe('')
  })

  test('takes another scale and size', () => {
    const svg = sparkline({
      values: [40],
      cutoff: 25,
      scale: { min: 0, max: 40, step: 10 },
      width: 80,
      height: 30,
    })
    expect(svg).toContain('viewBox="0 0 80 30"')
    expect(numbers(svg, 'cy')).toEqual([6])
    expect(() => sparkline({ values: [1], cutoff: null, scale: { min: 1, max: 1, step: 1 } })).toThrow(
      RangeError,
    )
  })
})
