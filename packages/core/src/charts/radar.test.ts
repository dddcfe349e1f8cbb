import { describe, expect, it } from 'vitest'
import { type RadarInput, radar } from './radar.ts'

const input: RadarInput = {
  ...{ idPrefix: 'vier', title: 'Vier <voorwaarden>', description: 'Van 2 tot 9 & meer', lang: 'nl' },
  scale: { min: 0, max: 10 },
  spokes: [
    { label: '1', now: { lowest: 2, highest: 9, middle: 6 }, before: 4 },
    { label: '2', now: { lowest: 7, highest: 7, middle: 7 } },
    { label: '3', now: null, before: null },
    { label: '4', now: { lowest: 0, highest: 10, middle: 5 } },
  ],
}

const count = (svg: string, what: RegExp) => svg.match(what)?.length ?? 0

describe('radar', () => {
  it('is one image with a name and a description, and keeps any text safe', () => {
    const svg = radar(input)
    expect(svg).toContain('role="img"')
    expect(svg).toContain('<title id="vier-title">Vier &lt;voorwaarden&gt;</title>')
    expect(svg).toContain('<desc id="vier-desc">Van 2 tot 9 &amp; meer</desc>')
    expect(radar(input)).toBe(svg)
  })

  it('draws a dot for each spoke that is shown, an open one for the moment before, and fills no surface', () => {
    const svg = radar(input)
    expect(count(svg, /class="wk-c-full"/g)).toBe(3)
    expect(count(svg, /class="wk-c-open"/g)).toBe(1)
    expect(count(svg, /<(polygon|path)[^>]*Z"[^>]*fill="(?!none)/g)).toBe(0)
  })

  it('shows the whole scale: the ends stand beside the first spoke', () => {
    const svg = radar(input)
    for (const end of ['0', '5', '10']) expect(svg).toContain(`>${end}</text>`)
  })

  it('refuses two spokes and a scale without length', () => {
    expect(() => radar({ ...input, spokes: input.spokes.slice(0, 2) })).toThrow(RangeError)
    expect(() => radar({ ...input, scale: { min: 3, max: 3 } })).toThrow(RangeError)
  })
})
