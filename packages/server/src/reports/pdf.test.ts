import { inflateSync } from 'node:zlib'
import { runChart } from '@weerklank/core/charts/run-chart'
import type { RunChartInput } from '@weerklank/core/charts/run-chart-input'
import { describe, expect, test } from 'vitest'
import type { Block, Paper } from './paper.ts'
import { placesIn, type ReadTag, readPdf, tagsOf } from './pdf.reader.fixture.ts'
import { pdfOf } from './pdf.ts'

const paperOf = (blocks: readonly Block[], more: Partial<Paper> = {}): Paper => ({
  ...{ title: 'Verslag', language: 'nl', author: 'De Brug', made: '2026-11-22T08:00:00.000Z', blocks },
  footer: (page, of) => `Weerklank, ${page} van ${of}`,
  ...more,
})

const chart: RunChartInput = {
  ...{
    lang: 'nl',
    idPrefix: 'x',
    title: 'Hoe het ging',
    description: 'Van 5 naar 8.',
    width: 600,
    height: 280,
  },
  cutoff: { value: 6.5, label: 'Onder 6,5: een gesprek waard' },
  start: { value: 5, label: 'Begin: 5' },
  annotations: [{ at: '2026-10-02', label: 'Herstelgesprek', dateLabel: '2 okt', kind: 'repair' }],
  points: [5, null, 8].map((value, at) => ({
    ...{ at: `2026-10-0${at + 1}`, label: `${at + 1} okt`, value },
    ...{ valueLabel: String(value ?? ''), description: '' },
  })),
}
const picture: Block = {
  ...{ kind: 'picture', svg: runChart(chart), width: 600, height: 280 },
  alt: 'Een lijn van 5 naar 8.',
}

const short = ({ role, text }: ReadTag) => `${role} ${text}`.trim()

test('title, language, the mark of a tagged document, and headings, words and lists under their tags', async () => {
  const paper = paperOf(
    [
      { kind: 'heading', level: 1, text: 'Zo ging het' },
      { kind: 'text', text: 'Het liep goed.' },
      { kind: 'heading', level: 2, text: 'Wat helpt' },
      { kind: 'list', items: ['Rustig praten', 'Even wachten'] },
      { kind: 'text', look: 'box', text: 'Onthoud dit.' },
    ],
    { title: 'Lina & Noor <3' },
  )
  const read = await readPdf(await pdfOf(paper))
  expect(read).toMatchObject({ title: 'Lina + Noor ‹3', language: 'nl', isMarked: true, pages: 1, loose: [] })
  expect(read.tags.map(short)).toEqual([
    'H1 Zo ging het',
    'P Het liep goed.',
    'H2 Wat helpt',
    'L',
    'P Onthoud dit.',
  ])
  expect(tagsOf(read.tags, 'LBody').map(short)).toEqual(['LBody Rustig praten', 'LBody Even wachten'])
  expect(read.decoration.join('')).toContain('Weerklank, 1 van 1')
})

test('a picture is one figure with its words, and no part of it is read for itself', async () => {
  const read = await readPdf(await pdfOf(paperOf([picture])))
  expect(read.tags).toMatchObject([{ role: 'Figure', alt: 'Een lijn van 5 naar 8.', children: [] }])
  expect(read.tags[0]?.text).toContain('Herstelgesprek')
  expect(read.loose).toEqual([])
})

test('a table has a name, heads with a scope, and its head again on the next page as decoration', async () => {
  const rows = Array.from({ length: 90 }, (_, at) => [
    `dag ${at}`,
    at % 9 === 0 ? 'een lang verhaal '.repeat(9) : 'kort',
  ])
  const columns = [
    { text: 'Dag', share: 1 },
    { text: 'Wat', share: 2 },
  ]
  const table: Block = { kind: 'table', caption: 'Alle dagen', rowHeads: true, columns, rows }
  const read = await readPdf(await pdfOf(paperOf([table])))
  expect(read.pages).toBeGreaterThan(2)
  expect(tagsOf(read.tags, 'Caption').map(({ text }) => text)).toEqual(['Alle dagen'])
  const heads = tagsOf(read.tags, 'TH')
  expect(heads.filter(({ scope }) => scope === 'Column').map(({ text }) => text)).toEqual(['Dag', 'Wat'])
  expect(heads.filter(({ scope }) => scope === 'Row').map(({ text }) => text)).toEqual(
    rows.map(([day]) => day),
  )
  expect(tagsOf(read.tags, 'TD').map(({ text }) => text)).toEqual(rows.map(([, what]) => what?.trim()))
  expect(read.decoration.filter((text) => text.trim() === 'Dag')).toHaveLength(read.pages - 1)
  expect(read.loose).toEqual([])
})

test('a row that is higher than a page, a word wider than it and a text of many pages lose nothing', async () => {
  const long = Array.from({ length: 1_500 }, (_, at) => `woord${at}`).join(' ')
  const columns = [{ text: 'Wat', share: 1 }]
  const read = await readPdf(
    await pdfOf(
      paperOf([
        { kind: 'table', caption: 'Lang', rowHeads: false, columns, rows: [[long]] },
        { kind: 'text', text: 'x'.repeat(2_000) },
        { kind: 'text', text: long },
      ]),
    ),
  )
  expect(
    tagsOf(read.tags, 'TD')
      .map(({ text }) => text)
      .join(' '),
  ).toBe(long)
  const texts = tagsOf(read.tags, 'P').map(({ text }) => text)
  expect(texts.join('').replace(/[^x]/g, '')).toHaveLength(2_000)
  expect(texts.join(' ')).toContain(long.slice(-200))
})

test('letters of other languages stand there, and what no font has is kept as words beside its stand-in', async () => {
  const words = ['Türkçe şğıİ', 'Українська мова', 'Zażółć gęślą jaźń', 'Ελληνικά']
  const read = await readPdf(await pdfOf(paperOf(words.map((text) => ({ kind: 'text', text })))))
  expect(read.tags.map(({ text }) => text)).toEqual(words)
  const raw = await pdfOf(
    paperOf([
      { kind: 'text', text: 'lach 😀' },
      { kind: 'text', text: 'مرحبا بكم' },
    ]),
  )
  const { tags, loose } = await readPdf(raw)
  expect([tags.length, loose]).toEqual([2, []])
  expect(tags[0]?.text).toContain('lach \uFFFD')
  expect(actualTexts(raw)).toEqual(['lach 😀', 'مرحبا بكم'])
})

/** The words to say in place of the signs, as they stand in the pages (ISO 32000-1, 14.9.4). */
function actualTexts(pdf: Uint8Array): string[] {
  const raw = Buffer.from(pdf).toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, data = '']) => {
    try {
      return [inflateSync(Buffer.from(data, 'latin1')).toString('latin1')]
    } catch {
      return []
    }
  })
  const found = [...streams.join('').matchAll(/\/ActualText \(((?:\\[\s\S]|[^\\)])*)\)/g)]
  return found.map(([, text = '']) => {
    const bytes = Buffer.from(text.replace(/\\([\s\S])/g, '$1'), 'latin1')
    return new TextDecoder('utf-16').decode(bytes.subarray(2).swap16())
  })
}

test('the same paper gives the same bytes; another shape than ours is refused', async () => {
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: 'Zo' }, picture]
  expect(Buffer.compare(await pdfOf(paperOf(blocks)), await pdfOf(paperOf(blocks)))).toBe(0)
  const strange: Block = {
    kind: 'picture',
    svg: '<svg><image href="x"/></svg>',
    width: 10,
    height: 10,
    alt: 'x',
  }
  await expect(pdfOf(paperOf([strange]))).rejects.toThrow('No way to draw image')
})

describe('a shape that is moved or turned', () => {
  const drawn = (inside: string) => {
    const svg = `<svg width="100" height="100">${inside}</svg>`
    return pdfOf(paperOf([{ kind: 'picture', svg, width: 100, height: 100, alt: 'x' }]))
  }
  const shape = (name: string, attributes: string) =>
    `<${name} ${attributes} width="9" height="9" d="M0 0L9 9"/>`

  test.each(['path', 'rect'])('%s: as in a group that is', async (name) => {
    const alone = await drawn(shape(name, 'transform="translate(40 50)" stroke="#000"'))
    const grouped = await drawn(`<g transform="translate(40 50)">${shape(name, 'stroke="#000"')}</g>`)
    const still = await drawn(shape(name, 'stroke="#000"'))
    // What is saved and given back around it may differ; what comes out is seen by where the pen stood.
    expect(await placesIn(alone)).toEqual(await placesIn(grouped))
    expect(await placesIn(alone)).not.toEqual(await placesIn(still))
  })

  test('turned around its own middle', async () => {
    const turned = await placesIn(await drawn(shape('rect', 'transform="rotate(45 20 30)"')))
    // The middle stays where it is: x' = a·20 + c·30 + e, and so for y.
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = turned.find(([cos = 0]) => cos < 1) ?? []
    expect([a, b]).toEqual([expect.closeTo(Math.SQRT1_2, 4), expect.closeTo(Math.SQRT1_2, 4)])
    expect([a * 20 + c * 30 + e, b * 20 + d * 30 + f]).toEqual([expect.closeTo(20, 2), expect.closeTo(30, 2)])
  })

  test.each(['scale(2)', 'translate(1 1) scale(2)', 'translate(x)'])('%s is refused', async (transform) => {
    await expect(drawn(shape('path', `transform="${transform}"`))).rejects.toThrow('No way to')
  })
})
