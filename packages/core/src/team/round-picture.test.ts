import { describe, expect, it } from 'vitest'
import { roundPicture } from './round-picture.ts'

const scale = { min: 0, max: 10 }
const drawn = (tally: { value: number; count: number }[]) =>
  roundPicture({ id: 'g1-trust', title: 'Vertrouwen <3', description: '4 van de 7 & meer', scale, tally })

describe('the picture of an item', () => {
  it('has a dot for each person', () => {
    const svg = drawn([
      { value: 0, count: 2 },
      { value: 7, count: 5 },
    ])
    expect(svg.match(/<circle/g)).toHaveLength(7)
    expect(svg).toContain('role="img" direction="ltr"')
    expect(svg).toContain('aria-labelledby="g1-trust-title g1-trust-desc"')
    expect(svg).toContain('Vertrouwen &lt;3')
  })

  it('has bars with their number when there are many', () => {
    const svg = drawn([
      { value: 3, count: 9 },
      { value: 8, count: 18 },
    ])
    expect(svg).not.toContain('<circle')
    expect([...svg.matchAll(/<rect[^>]* height="([\d.]+)"/g)].map(([, height]) => Number(height))).toEqual([
      48, 96,
    ])
    expect(svg).toContain('>18</text>')
  })

  it('draws an axis also when nobody answered', () => {
    expect(drawn([]).match(/<text/g)).toHaveLength(11)
  })
})
