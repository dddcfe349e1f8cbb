import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runChart } from './run-chart.ts'
import type { RunChartInput } from './run-chart-input.ts'
import { sparkline } from './sparkline.ts'

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

const anyInput: fc.Arbitrary<RunChartInput> = fc.record({
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
      kind: fc.constantFrom('repair', 'agreement', 'meeting'),
    }),
    { maxLength: 5 },
  ),
})

describe('whatever people typed', () => {
  test('a run chart is well-formed XML, without scripts, styles, handlers or broken numbers', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const svg = runChart(input)
        expect(xmlProblem(svg)).toBeUndefined()
        const tags = svg.match(/<[a-z][^>]*>/g)?.join('') ?? ''
        expect(tags).not.toMatch(/<(script|style|foreignObject|a|image|use)\b|\s(style|on\w+|href)=/)
        expect(tags).not.toMatch(/="(NaN|-?Infinity|undefined|null)"|[ML,](NaN|-?Infinity)/)
      }),
      { numRuns: 150 },
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
