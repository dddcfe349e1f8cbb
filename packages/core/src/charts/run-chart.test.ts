import { describe, expect, test } from 'vitest'
import { runChart } from './run-chart.ts'
import type { RunChartInput, RunChartPoint } from './run-chart-input.ts'

function weekly(values: readonly (number | null)[]): RunChartPoint[] {
  return values.map((value, week) => ({
    at: new Date(Date.UTC(2026, 8, 3 + week * 7)).toISOString(),
    label: `${(week % 28) + 1} okt`,
    value,
    valueLabel: value === null ? '' : value.toFixed(1).replace('.', ','),
    description: '',
  }))
}

const lina = [6.2, 5.9, 6.8, 7.4, null, 7.1, 7.6, 5.6, 7.3, 7.8, 7.9, 6.1]

function draw(more: Partial<RunChartInput> = {}): string {
  return runChart({
    idPrefix: 'lina',
    title: 'Hoe Lina het samen vond, per contact',
    description: 'Dinsdag viel het lager uit: 6,1.',
    lang: 'nl',
    width: 613,
    height: 230,
    points: weekly(lina),
    cutoff: { value: 6.5, label: 'Onder 6,5: een gesprek waard' },
    annotations: [{ at: '2026-10-23', label: 'Herstelgesprek', dateLabel: '23 oktober', kind: 'repair' }],
    ...more,
  })
}

const count = (svg: string, part: string | RegExp) => svg.split(part).length - 1
const texts = (svg: string, name: string) =>
  [...svg.matchAll(new RegExp(`<text[^>]*class="${name}[ "][^>]*>([^<]*)<`, 'g'))].map((match) => match[1])

describe('the picture of the design', () => {
  const svg = draw()

  test('is an image with a name and a description', () => {
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="lina-title" aria-describedby="lina-desc"/)
    expect(svg).toContain('<title id="lina-title">Hoe Lina het samen vond, per contact</title>')
    expect(svg).toContain('<desc id="lina-desc">Dinsdag viel het lager uit: 6,1.</desc>')
    expect(svg).toContain('viewBox="0 0 613 230"')
  })

  test('has no titles inside that would be read point by point, and nothing to tab to', () => {
    expect(count(svg, '<title')).toBe(1)
    expect(svg).not.toContain('tabindex')
  })

  test('fills the dots on or above the line and leaves those below open', () => {
    expect(count(svg, 'class="wk-c-open"')).toBe(4)
    expect(count(svg, 'class="wk-c-full"')).toBe(7)
    expect(count(draw({ points: weekly([6.5, 6.499]) }), 'class="wk-c-full"')).toBe(1)
  })

  test('breaks the line at a missed check and marks it with a cross and words', () => {
    const path = /class="wk-c-line" d="([^"]*)"/.exec(svg)?.[1] ?? ''
    expect(count(path, 'M')).toBe(2)
    expect(count(svg, 'class="wk-c-cross"')).toBe(1)
    expect(texts(svg, 'wk-c-missed-label')).toEqual(['niet ingevuld'])
    expect(texts(draw({ lang: 'en' }), 'wk-c-missed-label')).toEqual(['not filled in'])
  })

  test('writes the last value, the line, the note and dates that keep apart', () => {
    expect(texts(svg, 'wk-c-last')).toEqual(['6,1'])
    expect(svg).toMatch(/<text[^>]*font-weight="600"[^>]*>6,1</)
    expect(texts(svg, 'wk-c-cut-label')).toEqual(['Onder 6,5: een gesprek waard'])
    expect(texts(svg, 'wk-c-note-label')).toEqual(['Herstelgesprek', '23 oktober'])
    expect(texts(svg, 'wk-c-date')).toEqual(['1 okt', '3 okt', '5 okt', '7 okt', '9 okt', '12 okt'])
    expect(texts(svg, 'wk-c-tick')).toEqual(['0', '2', '4', '6', '8', '10'])
  })

  test('has a group per check in the order of the input', () => {
    const groups = [...svg.matchAll(/class="wk-c-point wk-c-point-(\w+)" data-index="(\d+)"/g)]
    expect(groups.map(([, look, index]) => `${index} ${look}`).slice(3, 6)).toEqual([
      '3 full',
      '4 missed',
      '5 full',
    ])
    expect(groups).toHaveLength(12)
  })

  test('is the same each time', () => {
    expect(draw()).toBe(svg)
  })
})

describe('other sizes and amounts', () => {
  test('a narrow picture has fewer ticks and fewer dates, in the same size of letters', () => {
    const svg = draw({ width: 340, height: 210 })
    expect(texts(svg, 'wk-c-tick')).toEqual(['0', '5', '10'])
    expect(texts(svg, 'wk-c-date').length).toBeLessThan(6)
    expect(svg).toContain('wk-c-compact')
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map((match) => Number(match[1]))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
  })

  test('no checks yet: the frame and one sentence', () => {
    const svg = draw({ points: [], annotations: [] })
    expect(texts(svg, 'wk-c-empty')).toEqual(['Nog geen antwoorden'])
    expect(svg).not.toContain('class="wk-c-line"')
  })

  test('one check stands in the middle with its value', () => {
    const svg = draw({ points: weekly([6.1]), annotations: [] })
    expect(count(svg, 'class="wk-c-open"')).toBe(1)
    expect(texts(svg, 'wk-c-last')).toEqual(['6,1'])
    expect(texts(svg, 'wk-c-date')).toEqual(['1 okt'])
  })

  test('dots shrink with their number, and at 500 only the last one is drawn until one points at the line', () => {
    const radius = (svg: string) => Number(/class="wk-c-full"[^>]* r="([\d.]+)"/.exec(svg)?.[1])
    const many = (size: number) =>
      draw({ points: weekly(Array.from({ length: size }, (_, i) => 7 + (i % 3))), annotations: [] })
    expect(radius(many(60))).toBeLessThan(radius(many(12)))
    expect(count(many(500), 'class="wk-c-full"')).toBe(1)
    expect(count(many(500), 'class="wk-c-full wk-c-quiet"')).toBe(499)
    expect(count(many(500), 'data-index=')).toBe(500)
  })

  test('without a line there is no warm band and every dot is full', () => {
    const svg = draw({ cutoff: null })
    expect(svg).not.toContain('class="wk-c-warm"')
    expect(svg).not.toContain('class="wk-c-cut"')
    expect(count(svg, 'class="wk-c-full"')).toBe(11)
  })

  test('another scale', () => {
    const svg = draw({ scale: { min: 0, max: 40, step: 10 }, cutoff: { value: 25, label: 'grens 25' } })
    expect(texts(svg, 'wk-c-tick')).toEqual(['0', '10', '20', '30', '40'])
    const ones = draw({ scale: { min: 0, max: 10, step: 1 }, width: 340, height: 210 })
    expect(texts(ones, 'wk-c-tick')).toEqual(['0', '5', '10'])
    const halves = draw({ scale: { min: 1, max: 3, step: 0.5 } })
    expect(texts(halves, 'wk-c-tick')).toEqual(['1', '1,5', '2', '2,5', '3'])
  })

  test('a scale without length or steps is refused', () => {
    expect(() => draw({ scale: { min: 5, max: 5, step: 1 } })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: A chart needs min < max and step > 0, not {"min":5,"max":5,"step":1}]`,
    )
    expect(() => draw({ scale: { min: 0, max: 10, step: 0 } })).toThrow(RangeError)
  })

  test('a score outside the scale stays inside the picture; one that is no number counts as missed', () => {
    const svg = draw({ points: weekly([12, -3, Number.NaN, 7]), annotations: [] })
    const heights = [...svg.matchAll(/<circle[^>]*cy="([\d.-]+)"/g)].map((match) => Number(match[1]))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(10)
    expect(Math.max(...heights)).toBeLessThanOrEqual(200)
    expect(count(svg, 'class="wk-c-cross"')).toBe(1)
  })

  test('every kind of note has its own class', () => {
    const annotations = (['repair', 'agreement', 'meeting'] as const).map((kind, i) => ({
      at: `2026-10-0${i + 1}`,
      label: 'x',
      dateLabel: '',
      kind,
    }))
    const svg = draw({ annotations })
    for (const kind of ['repair', 'agreement', 'meeting']) expect(svg).toContain(`wk-c-note-${kind}`)
  })
})
