import { describe, expect, test } from 'vitest'
import { chartColours, darkChartColours } from './chart-colours.ts'
import { chartCss } from './chart-css.ts'
import { goalBars } from './goal-bars.ts'
import { mutualPicture } from './mutual-picture.ts'
import { runChart } from './run-chart.ts'
import { runChartAnnotationKinds } from './run-chart-input.ts'
import { runChartLegend } from './run-chart-legend.ts'
import { smallMultiples } from './small-multiples.ts'
import { sparkline } from './sparkline.ts'
import { synergyMap } from './synergy-map.ts'
import type { SynergyMapInput } from './synergy-map-input.ts'
import { mapSigns } from './synergy-map-legend.ts'
import { themeMatrix } from './theme-matrix.ts'
import type { ThemeMatrixInput } from './theme-matrix-input.ts'

/** Relative luminance and contrast of two colours `#rrggbb`, WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [a, b]
    .map((colour) => {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
        const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    })
    .sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe.each([
  ['light', chartColours, '#f6f7f5'],
  ['dark', darkChartColours, '#14191e'],
])('%s colours', (_mode, colours, ground) => {
  const texts = ['muted', 'primary', 'warmInk', 'kept'] as const
  test.each(texts)('%s is readable on both bands, on paper and on the ground', (tone) => {
    for (const under of [colours.cool, colours.warm, colours.paper, ground]) {
      expect(contrast(colours[tone], under)).toBeGreaterThanOrEqual(4.5)
    }
  })
})

const at = (day: number) => `2026-10-${String(day).padStart(2, '0')}`
const points = Array.from({ length: 120 }, (_, i) => ({
  at: at(1),
  label: '1 okt',
  value: i % 9 === 0 ? null : i % 10,
  valueLabel: '1',
  description: '',
}))
const base = { idPrefix: 'a', title: 't', description: 'd', lang: 'nl', width: 600, height: 240 } as const
const cutoff = { value: 6.5, label: 'Onder 6,5' }
const annotations = runChartAnnotationKinds.map((kind) => ({
  at: at(2),
  label: 'Afspraak',
  dateLabel: '2 okt',
  kind,
}))
const start = { value: 6.2, label: 'Begin: 6,2' }
const limits = {
  lower: { value: 3, label: 'meestal boven 3' },
  upper: { value: 9, label: 'meestal onder 9' },
}
const map = {
  ...{ ...base, width: 900, rings: ['Jezelf'], context: 'Omgeving', shadow: 'Schaduw' },
  voices: ['Cliënt', 'Naaste', 'Professional', 'Partner'],
  elements: (['as-expected', 'not-found', 'unexpected', null] as const).map((outcome, ring) => ({
    ...{ key: `e${ring}`, name: 'Vertrouwen', outcome, change: ring === 0 ? 'new' : 'more' },
    ...{
      place: { band: 'ring', ring: 0 },
      quarters: ring === 3 ? [0, 0, 0, 0] : [1, 1, 1, 1],
      others: ring === 1 ? 1 : 0,
    },
  })),
} as const satisfies SynergyMapInput
const matrix = {
  ...{ ...base, of: 'voice', quotes: 3 },
  columns: [
    { name: 'moeder', quotes: 3, isSilent: false },
    { name: 'jongere', quotes: 0, isSilent: true },
  ],
  rows: [
    {
      ...{ name: 'Vertrouwen', quotes: 3, heard: 1 },
      cells: [
        { quotes: 3, mark: 'confirms' },
        { quotes: 0, mark: 'silent' },
      ],
    },
  ],
} as const satisfies ThemeMatrixInput
const pictures = [
  synergyMap(map).svg,
  ...mapSigns(map).map(({ sign }) => sign),
  themeMatrix(matrix).svg,
  goalBars({ ...base, steps: [], goals: [{ name: 'Vragen', baseline: -1, level: 1, seen: '' }] }),
  runChart({ ...base, points, cutoff, annotations }),
  runChart({
    ...base,
    points: [{ at: at(1), label: '1 okt', value: 7, valueLabel: '7,0', description: '' }],
    cutoff,
    annotations,
    start,
    limits,
  }),
  ...runChartLegend({ lang: 'nl', points, cutoff, annotations, start, limits }).map(({ sign }) => sign),
  smallMultiples({
    ...base,
    dates: ['1 okt', '8 okt'],
    below: 5,
    lines: [{ id: 'heard', label: 'Gehoord', values: [4, 8] }],
  }).svg,
  runChart({ ...base, points: points.slice(0, 1), cutoff, annotations: [] }),
  runChart({ ...base, points: [], cutoff: null, annotations: [] }),
  sparkline({ values: [7, null, 5], cutoff: 6.5 }),
  ...(['client', 'kin', 'partner'] as const).map((firstVoice) =>
    mutualPicture({
      ...{ ...base, firstVoice },
      scale: { min: 0, max: 10 },
      names: ['Lina', 'Noor'],
      rows: [
        {
          ...{ label: 'Tempo', words: 'Lina 3,0 lager', isMarked: true },
          ...{ first: { value: 4, label: '4,0' }, second: { value: 7, label: '7,0' } },
          ...{ firstGuessed: 5, secondGuessed: 6 },
        },
      ],
    }),
  ),
].join('')

test('every element with a literal colour has a class that the sheet colours', () => {
  const coloured = pictures.match(/<[a-z]+ [^>]*(?:fill|stroke)="#[^>]*>/g) ?? []
  expect(coloured.length).toBeGreaterThan(100)
  for (const element of coloured) {
    const classes = /class="([^"]*)"/.exec(element)?.[1]?.split(' ') ?? []
    const rules = [...chartCss.matchAll(/([^{}]*)\{([^{}]*)\}/g)]
      .filter(([, selector = '']) => classes.some((name) => selector.split(/[\s,]+/).includes(`.${name}`)))
      .map(([, , body]) => body)
      .join(' ')
    if (/ fill="#/.test(element)) expect(rules, element).toMatch(/fill: var/)
    if (/ stroke="#/.test(element)) expect(rules, element).toMatch(/stroke: var/)
  }
})

test('every rule of the sheet is for something that is drawn', () => {
  const names = new Set([...chartCss.matchAll(/\.(wk-[\w-]+)/g)].map((match) => match[1]))
  // Set by the page on the point that has the keyboard.
  names.delete('wk-c-active')
  for (const name of names) expect(pictures).toMatch(new RegExp(`class="[^"]*\\b${name}\\b`))
})

test('pictures carry no inline style, so a strict content security policy lets them pass', () => {
  expect(pictures).not.toMatch(/ style=|<style/)
})
