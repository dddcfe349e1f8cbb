import { describe, expect, test } from 'vitest'
import { noteShape } from './note-shape.ts'
import { pictureFile } from './picture-file.ts'
import { runChart } from './run-chart.ts'
import { type RunChartSeries, runChartAnnotationKinds } from './run-chart-input.ts'
import { runChartLegend } from './run-chart-legend.ts'
import { smallMultiples } from './small-multiples.ts'
import { smallMultiplesSentence } from './small-multiples-words.ts'
import { fewTextLines, textLines } from './text-lines.ts'
import { textWidth } from './text-size.ts'

const series: RunChartSeries = {
  lang: 'nl',
  points: [6.2, 5.9, null, 7.4, 7.9].map((value, week) => ({
    at: `2026-10-${String(1 + week * 7).padStart(2, '0')}`,
    label: `${1 + week * 7} okt`,
    value,
    valueLabel: value === null ? '' : String(value).replace('.', ','),
    description: '',
  })),
  cutoff: { value: 6.5, label: 'Onder 6,5: een gesprek waard' },
  annotations: [],
}
const picture = { idPrefix: 'a', title: 'Hoe het was', description: 'Zo was het.', width: 613, height: 256 }
const start = { value: 6.2, label: 'Begin: 6,2' }
const limits = {
  lower: { value: 4, label: 'Meestal boven 4' },
  upper: { value: 9, label: 'Meestal onder 9' },
}

describe('lines besides the cut-off', () => {
  test('are not there when nobody asked for them', () => {
    expect(runChart({ ...series, ...picture })).not.toContain('wk-c-level')
  })

  test('are drawn at their heights with their words, each dashed in its own way', () => {
    const svg = runChart({ ...series, ...picture, start, limits })
    const heights = [...svg.matchAll(/class="wk-c-level wk-c-level-(\w+)"[^>]* y1="([\d.]+)"/g)]
    expect(heights.map(([, kind]) => kind)).toEqual(['start', 'limit', 'limit'])
    // 0 lies at 226 and 10 at 10 px.
    expect(heights.map(([, , y]) => Number(y))).toEqual([92.1, 31.6, 139.6])
    const dashes = [...svg.matchAll(/wk-c-level-\w+"[^>]*stroke-dasharray="([^"]*)"/g)].map(
      ([, dash]) => dash,
    )
    expect(new Set(dashes).size).toBe(2)
    for (const { label } of [start, limits.lower, limits.upper]) expect(svg).toContain(`>${label}<`)
  })
})

describe('what happened between the checks', () => {
  test('has a shape of its own for each kind, so that colour is not needed', () => {
    const shapes = runChartAnnotationKinds.map((kind) =>
      noteShape(kind, 0, 0).replace(/ (fill|class)="[^"]*"/g, ''),
    )
    expect(new Set(shapes).size).toBe(runChartAnnotationKinds.length)
  })

  test('stands in the legend once, with nothing that does not stand in the picture', () => {
    const note = (kind: (typeof runChartAnnotationKinds)[number]) => ({
      ...{ at: '2026-10-10', label: '', dateLabel: '', kind },
    })
    const all = { ...series, start, limits, annotations: [note('rupture'), note('changed'), note('rupture')] }
    expect(runChartLegend(all).map(({ id, text }) => `${id}: ${text}`)).toEqual([
      'full: 6,5 of hoger',
      'open: Onder 6,5: een gesprek waard',
      'missed: Niet ingevuld',
      'start: Begin: 6,2',
      'limits: Hiertussen liggen de cijfers meestal',
      'rupture: Hier schuurde het',
      'changed: Over een afspraak: het is veranderd',
    ])
    const only = { ...series, points: series.points.slice(3), cutoff: null, lang: 'en' as const }
    expect(runChartLegend(only).map(({ text }) => text)).toEqual(['Answer'])
  })
})

describe('small multiples', () => {
  const lines = [
    { id: 'heard', label: 'Gehoord worden', values: [6, null, 8] },
    { id: 'what', label: 'Waar we aan werken', values: [5, 5, 5] },
    { id: 'how', label: 'Hoe we werken', values: [null, null, null] },
  ]
  const input = { ...picture, lang: 'nl' as const, lines, dates: ['1 okt', '8 okt', '15 okt'], below: 5 }

  test('have one scale: the same answer is at the same height in each panel of a row', () => {
    const svg = smallMultiples({
      ...input,
      width: 900,
      lines: [1, 2, 3].map((id) => ({ id: `${id}`, label: 'a', values: [7] })),
    }).svg
    const heights = [...svg.matchAll(/<circle[^>]* cy="([\d.]+)"/g)].map(([, y]) => y)
    expect(heights).toHaveLength(3)
    expect(new Set(heights).size).toBe(1)
  })

  test('stand beside each other where there is room and under each other where there is not', () => {
    expect(smallMultiples({ ...input, width: 900 }).height).toBeLessThan(
      smallMultiples({ ...input, width: 343 }).height,
    )
  })

  test('break at what was left empty, and draw no line for a question without answers', () => {
    const { svg } = smallMultiples(input)
    const paths = [...svg.matchAll(/class="wk-c-line" d="([^"]*)"/g)].map(
      ([, d = '']) => d.split('M').length - 1,
    )
    expect(paths).toEqual([2, 1])
  })

  test('have plots of one width, a line at the cut-off, and a cross where nothing was filled in', () => {
    const long = { id: 'long', label: 'b', values: [1, 2, 10] }
    const { svg } = smallMultiples({ ...input, lines: [...lines.slice(0, 2), long], width: 300 })
    const widths = [...svg.matchAll(/class="wk-c-cool"[^>]* width="([\d.]+)"/g)].map(([, width]) => width)
    expect(widths).toHaveLength(3)
    expect(new Set(widths).size).toBe(1)
    expect(svg.match(/class="wk-c-cut"/g)).toHaveLength(3)
    expect(svg.match(/class="wk-c-cross"/g)).toHaveLength(1)
    expect(svg).toContain('>5,0</text>')
  })

  test('are told in one sentence: what changed most, from the first to the last time', () => {
    expect(smallMultiplesSentence({ lang: 'nl', lines })).toBe(
      'Het meest veranderde “Gehoord worden”: eerst een 6, nu een 8. Een kruisje betekent: niet ingevuld.',
    )
    expect(smallMultiplesSentence({ lang: 'en', lines: lines.slice(1, 2) })).toBe(
      'For each question the first score was close to the last.',
    )
    expect(smallMultiplesSentence({ lang: 'nl', lines: [{ id: 'a', label: 'a', values: [3] }] })).toBe(
      'Elke vraag is nog maar één keer ingevuld.',
    )
    expect(smallMultiplesSentence({ lang: 'nl', lines: lines.slice(2) })).toBe('Er is nog niets ingevuld.')
  })
})

test('lines of text keep to their width, and the last says that there is more', () => {
  const style = { size: 13, bold: false }
  const text = 'Ik voelde me vandaag gehoord en begrepen door iedereen die erbij was'
  for (const line of textLines(text, 120, style)) expect(textWidth(line, style)).toBeLessThanOrEqual(120)
  expect(textLines(text, 120, style).join(' ')).toBe(text)
  const two = fewTextLines(text, { width: 120, most: 2 }, style)
  expect(two).toHaveLength(2)
  expect(two[1]).toMatch(/…$/)
})

test('a file carries title, sentence, legend, caution and date, on white', () => {
  const { svg } = pictureFile({
    ...{ lang: 'nl', title: picture.title, sentence: 'Zo was het.' },
    picture: { svg: runChart({ ...series, ...picture }), width: 613, height: 256 },
    legend: runChartLegend(series),
    below: ['Deze vragen zijn niet onderzocht.', 'Gemaakt op 22 november 2026.'],
  })
  expect(svg).toMatch(/^<svg [^>]*><rect [^>]*fill="#ffffff"\/>/)
  for (const text of [
    'Hoe het was',
    'Zo was het.',
    'Niet ingevuld',
    'Deze vragen zijn niet onderzocht.',
    'Gemaakt op 22 november 2026.',
  ])
    expect(svg).toContain(`>${text}<`)
})
