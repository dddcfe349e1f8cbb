import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goalBars } from './goal-bars.ts'
import { pictureFile } from './picture-file.ts'
import { runChart } from './run-chart.ts'
import { type RunChartInput, runChartAnnotationKinds } from './run-chart-input.ts'
import { runChartLegend } from './run-chart-legend.ts'
import { type SmallMultiplesInput, smallMultiples } from './small-multiples.ts'
import { sparkline } from './sparkline.ts'
import { synergyMap } from './synergy-map.ts'
import type { SynergyMapInput } from './synergy-map-input.ts'
import { mapSigns } from './synergy-map-legend.ts'
import { themeMatrix } from './theme-matrix.ts'
import type { ThemeMatrixInput } from './theme-matrix-input.ts'
import { wayPicture } from './way-picture.ts'

/** Characters that XML 1.0 §2.2 allows. */
const allowed = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u
const markup = /<(\/?)([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w:-]*="[^"<]*")*)\s*(\/?)>|[^<]+/gy
const reference = /&(?!(?:amp|lt|gt|quot|#39);)/

/** A strict reader for the XML that charts write: says what is wrong, or nothing. */
function xmlProblem(xml: string): string | undefined {
  if (!allowed.test(xml)) return 'a character that XML does not allow'
  if (reference.test(xml)) return 'an unknown entity'
  const open: string[] = []
  const ids = new Set<string>()
  let end = 0
  for (const match of xml.matchAll(markup)) {
    const [all, closing, name, attributes = '', selfClosing] = match
    end = match.index + all.length
    if (name === undefined) {
      if (open.length === 0) return `text outside the root: ${all}`
      if (all.includes('>')) return `a bare > in ${all}`
      continue
    }
    if (closing !== '') {
      if (open.pop() !== name) return `</${name}> closes nothing`
      if (open.length === 0 && end < xml.length) return 'something after the root'
      continue
    }
    const keys = [...attributes.matchAll(/\s([A-Za-z][\w:-]*)="([^"]*)"/g)]
    if (new Set(keys.map(([, key]) => key)).size !== keys.length) return `an attribute twice in ${all}`
    const id = keys.find(([, key]) => key === 'id')?.[2]
    if (id !== undefined && ids.has(id)) return `the id ${id} twice`
    if (id !== undefined) ids.add(id)
    if (selfClosing === '') open.push(name)
  }
  if (end !== xml.length) return `no markup at ${xml.slice(end, end + 40)}`
  return open.length > 0 ? `${open.join(', ')} left open` : undefined
}

test.each([
  ['<a><b></a></b>', '</a> closes nothing'],
  ['<a x="1" x="2"></a>', 'an attribute twice in <a x="1" x="2">'],
  ['<a>&nbsp;</a>', 'an unknown entity'],
  ['<a>\u0007</a>', 'a character that XML does not allow'],
  ['<a x=1></a>', 'no markup at <a x=1></a>'],
  ['<a>', 'a left open'],
  ['<a></a><b/>', 'something after the root'],
  ['<a id="x"><b id="x"/></a>', 'the id x twice'],
  ['<a x="&lt;&#39;">é</a>', undefined],
])('the reader itself says of %j: %s', (xml, problem) => {
  expect(xmlProblem(xml)).toBe(problem)
})

/** Any text at all: control characters, halves of pairs, markup, and ordinary words. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    ']]>',
    '<!--',
    '"/><script>alert(1)</script>',
    '&#0;',
    "' onload='",
    '<![CDATA[',
    '</title>',
  ),
  fc.lorem(),
)
const anyNumber = fc.oneof(fc.double(), fc.double({ min: 0, max: 10, noNaN: true }))
const anyMoment = fc.oneof(
  anyText,
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
)

const anyLevel = fc.record({ value: anyNumber, label: anyText })

const anyInput: fc.Arbitrary<RunChartInput> = fc.record(
  {
    idPrefix: anyText,
    title: anyText,
    description: anyText,
    lang: fc.constantFrom('nl', 'en'),
    width: anyNumber,
    height: anyNumber,
    points: fc.array(
      fc.record({
        at: anyMoment,
        label: anyText,
        value: fc.option(anyNumber),
        valueLabel: anyText,
        description: anyText,
      }),
      { maxLength: 20 },
    ),
    cutoff: fc.option(fc.record({ value: fc.double({ noNaN: true }), label: anyText })),
    annotations: fc.array(
      fc.record({
        at: anyMoment,
        label: anyText,
        dateLabel: anyText,
        kind: fc.constantFrom(...runChartAnnotationKinds),
      }),
      { maxLength: 5 },
    ),
    start: anyLevel,
    limits: fc.record({ lower: anyLevel, upper: anyLevel }),
  },
  {
    requiredKeys: [
      'idPrefix',
      'title',
      'description',
      'lang',
      'width',
      'height',
      'points',
      'cutoff',
      'annotations',
    ],
  },
)

const anySmall: fc.Arbitrary<SmallMultiplesInput> = fc.record({
  idPrefix: anyText,
  title: anyText,
  description: anyText,
  lang: fc.constantFrom('nl', 'en'),
  width: anyNumber,
  below: fc.option(fc.double({ noNaN: true })),
  dates: fc.array(anyText, { maxLength: 4 }),
  lines: fc.array(
    fc.record({ id: anyText, label: anyText, values: fc.array(fc.option(anyNumber), { maxLength: 9 }) }),
    { maxLength: 8 },
  ),
})

const anyCount = fc.nat(400)
const anyHead = {
  idPrefix: anyText,
  title: anyText,
  description: anyText,
  lang: fc.constantFrom('nl', 'en'),
  width: fc.integer({ min: 280, max: 1200 }),
} as const

const anyMap: fc.Arbitrary<SynergyMapInput> = fc.record({
  ...anyHead,
  rings: fc.array(anyText, { minLength: 1, maxLength: 5 }),
  context: anyText,
  shadow: anyText,
  voices: fc.tuple(anyText, anyText, anyText, anyText),
  elements: fc.array(
    fc.record({
      key: fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/),
      name: anyText,
      place: fc.oneof(
        fc.record({ band: fc.constant('ring'), ring: fc.nat(5) }),
        fc.record({ band: fc.constantFrom('context', 'shadow') }),
      ),
      quarters: fc.tuple(anyCount, anyCount, anyCount, anyCount),
      others: anyCount,
      outcome: fc.option(fc.constantFrom('as-expected', 'not-found', 'unexpected')),
      change: fc.option(fc.constantFrom('new', 'more', 'same', 'less', 'gone', 'none')),
    }),
    { maxLength: 14 },
  ),
})

const anyMatrix: fc.Arbitrary<ThemeMatrixInput> = fc.record({
  ...anyHead,
  of: fc.constantFrom('voice', 'source', 'moment'),
  columns: fc.array(fc.record({ name: anyText, quotes: anyCount, isSilent: fc.boolean() }), { maxLength: 6 }),
  rows: fc.array(
    fc.record({
      name: anyText,
      cells: fc.array(
        fc.record({
          quotes: anyCount,
          mark: fc.option(fc.constantFrom('confirms', 'adds', 'contradicts', 'silent')),
        }),
        { maxLength: 6 },
      ),
      quotes: anyCount,
      heard: anyCount,
    }),
    { maxLength: 6 },
  ),
  quotes: anyCount,
})

function expectSafe(svg: string): void {
  expect(xmlProblem(svg)).toBeUndefined()
  const tags = svg.match(/<[a-z][^>]*>/g)?.join('') ?? ''
  expect(tags).not.toMatch(/<(script|style|foreignObject|a|image|use)\b|\s(style|on\w+|href)=/)
  expect(tags).not.toMatch(/="(NaN|-?Infinity|undefined|null)"|[ML,](NaN|-?Infinity)/)
}

describe('whatever people typed', () => {
  test('a run chart is well-formed XML, without scripts, styles, handlers or broken numbers', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expectSafe(runChart(input))
      }),
      { numRuns: 150 },
    )
  })

  test('small multiples are as well', () => {
    fc.assert(
      fc.property(anySmall, (input) => expectSafe(smallMultiples(input).svg)),
      { numRuns: 150 },
    )
  })

  test('so is a file with picture, legend and all that is said beside it', () => {
    const texts = fc.array(anyText, { maxLength: 3 })
    fc.assert(
      fc.property(anyInput, texts, (input, below) => {
        const picture = { svg: runChart(input), width: 400, height: 240 }
        const { lang, title, description: sentence } = input
        const { svg, height } = pictureFile({
          ...{ lang, title, sentence, picture, below },
          legend: runChartLegend(input),
        })
        expectSafe(svg)
        expect(height).toBeGreaterThan(240)
      }),
      { numRuns: 80 },
    )
  })

  test('a map of synergy and what its signs mean are as well', () => {
    fc.assert(
      fc.property(anyMap, (input) => {
        expectSafe(synergyMap(input).svg)
        for (const { sign } of mapSigns(input)) expectSafe(sign)
      }),
      { numRuns: 80 },
    )
  })

  test('so is a matrix of themes', () => {
    fc.assert(
      fc.property(anyMatrix, (input) => expectSafe(themeMatrix(input).svg)),
      { numRuns: 80 },
    )
  })

  test('so are goals on their scales', () => {
    const goal = fc.record({
      name: anyText,
      baseline: fc.integer({ min: -2, max: 2 }),
      level: fc.option(fc.integer({ min: -2, max: 2 })),
      seen: anyText,
    })
    const goals = fc.array(goal, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(anyMatrix, goals, (input, some) => {
        expectSafe(goalBars({ ...input, goals: some, steps: [], width: 340 }))
      }),
      { numRuns: 80 },
    )
  })

  test('so is a way through questions', () => {
    const option = fc.record({ label: anyText, isTaken: fc.boolean() })
    const steps = fc.array(fc.record({ question: anyText, options: fc.array(option, { maxLength: 4 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.record(anyHead), steps, fc.option(anyText), (head, some, end) => {
        expectSafe(wayPicture({ ...head, steps: some, end }))
      }),
      { numRuns: 80 },
    )
  })

  test('a sparkline is well-formed XML', () => {
    const values = fc.array(fc.option(anyNumber), { maxLength: 12 })
    fc.assert(
      fc.property(values, fc.option(fc.double({ noNaN: true })), (series, cutoff) => {
        const svg = sparkline({ values: series, cutoff })
        expect(svg === '' ? undefined : xmlProblem(svg)).toBeUndefined()
        expect(svg).not.toMatch(/NaN|Infinity/)
      }),
    )
  })
})
