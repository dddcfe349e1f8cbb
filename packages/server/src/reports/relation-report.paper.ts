import { withLegend } from '@weerklank/core/charts/picture-file'
import { runChart } from '@weerklank/core/charts/run-chart'
import { scaleOf, scoreOfPoint } from '@weerklank/core/charts/run-chart-input'
import { runChartLegend } from '@weerklank/core/charts/run-chart-legend'
import { runChartRows } from '@weerklank/core/charts/run-chart-rows'
import { smallMultiples } from '@weerklank/core/charts/small-multiples'
import { smallMultiplesSentence } from '@weerklank/core/charts/small-multiples-words'
import { drawingPaper } from '@weerklank/core/shared/drawing'
import { fill } from '@weerklank/core/shared/spoken'
import { dayMonth, localDay } from '@weerklank/core/shared/time'
import { drawingSvg } from './drawing.svg.ts'
import type { Block, Paper, PictureBlock } from './paper.ts'
import type { ReportDrawing, ReportLine, ReportPart, ReportParts } from './relation-report.parts.ts'
import { type ReportWords, reportWordsFor } from './relation-report.text.ts'

/** Px; on A4 the words in a picture are then as large as those below it. */
const picture = { width: 620, height: 270 } as const

/**
 * A report as a paper: the words before the picture, what was agreed, what helps, what was talked about and how strain
 * ended; all scores in tables at the end.
 */
export function reportPaper(report: ReportParts): Paper {
  const words = reportWordsFor(report.listener)
  const { language } = report.listener
  const lines = report.parts.flatMap((part) => part.lines)
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: report.title },
    ...report.about.map((text): Block => ({ kind: 'text', text })),
    ...report.caution.map((text): Block => ({ kind: 'text', look: 'small', text })),
    ...report.parts.flatMap((part, at) => partBlocks(part, { words, at })),
    ...told(words.helps, report.helps),
    ...told(words.hinders, report.hinders),
    ...told(words.talked, report.talked),
    ...told(words.repairs, report.repairs),
  ]
  if (blocks.every(({ kind }) => kind === 'heading' || kind === 'text') && lines.length === 0)
    blocks.push({ kind: 'text', text: words.nothing })
  return {
    ...{ title: report.title, language, author: report.workspace, made: report.made },
    footer: (page, of) => fill(words.page, { title: report.title, page: String(page), of: String(of) }),
    blocks: [...blocks, ...tables(lines, { words, report })],
  }
}

type In = { words: ReportWords; at: number }

function partBlocks(part: ReportPart, { words, at }: In): Block[] {
  const lines = part.lines.flatMap((line, index) =>
    lineBlocks(line, { words, id: `r${at}-${index}`, level: part.heading === null ? 2 : 3 }),
  )
  const agreed = part.agreements.map(({ text, told }) => [text, ...told].join(' '))
  const level = part.heading === null ? 2 : 3
  const drawn = drawingBlocks(part.drawings, { words, level })
  if (lines.length + agreed.length + drawn.length === 0) return []
  const heading: Block[] = part.heading === null ? [] : [{ kind: 'heading', level: 2, text: part.heading }]
  return [...heading, ...lines, ...drawn, ...told(words.agreements, agreed, level)]
}

/** More of them would make a file of an album. */
const drawingsAtMost = 10

function drawingBlocks(
  drawings: readonly ReportDrawing[],
  { words, level }: { words: ReportWords; level: 2 | 3 },
): Block[] {
  if (drawings.length === 0) return []
  const more: Block[] =
    drawings.length > drawingsAtMost ? [{ kind: 'text', look: 'small', text: words.latestDrawings }] : []
  return [
    { kind: 'heading', level, text: words.drawings },
    ...more,
    // What is in it nobody can say but who drew it.
    ...drawings.slice(-drawingsAtMost).flatMap(({ path, told }): Block[] => [
      { kind: 'text', look: 'small', text: told },
      { kind: 'picture', svg: drawingSvg(path), ...drawingPaper, alt: told },
    ]),
  ]
}

type Naming = { words: ReportWords; id: string; level: 2 | 3 }

function lineBlocks(line: ReportLine, { words, id, level }: Naming): Block[] {
  const given = line.series.points.filter((point) => scoreOfPoint(point) !== null)
  const said = [line.sentence, ...(line.start === null ? [] : [line.start])]
  const blocks: Block[] = [
    { kind: 'heading', level, text: line.name },
    { kind: 'text', text: said.join(' ') },
  ]
  // With one score there is nothing to draw.
  if (given.length >= 2) {
    const isMore = line.series.annotations.length > notesAtMost
    const below = isMore ? `${words.latest} ${words.table}` : words.table
    blocks.push(chartOf(line, { words, id }), { kind: 'text', look: 'small', text: below })
    blocks.push(...itemsOf(line, { words, id }))
  }
  blocks.push({ kind: 'text', look: 'small', text: line.caution })
  return blocks
}

/** More of what happened between the checks would hide the line; the table has it all. */
const notesAtMost = 10

function chartOf(line: ReportLine, of: { words: ReportWords; id: string }): PictureBlock {
  const { sentence } = line
  const title = of.words.chart
  const annotations = line.series.annotations
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .slice(-notesAtMost)
  const series = { ...line.series, annotations }
  const drawn = runChart({ ...series, ...picture, idPrefix: of.id, title, description: sentence })
  const whole = withLegend({ picture: { svg: drawn, ...picture }, legend: runChartLegend(series) })
  return { kind: 'picture', ...whole, alt: `${title}. ${sentence}` }
}

function itemsOf(line: ReportLine, { words, id }: { words: ReportWords; id: string }): Block[] {
  const { items, series } = line
  if (items === null || items.lines.length < 2) return []
  const range = scaleOf(series)
  const scale = { min: range.min, max: range.max, step: range.max - range.min }
  const sentence = smallMultiplesSentence({ lang: series.lang, lines: items.lines })
  const drawn = smallMultiples({
    ...{ lang: series.lang, idPrefix: `${id}-items`, title: words.items, description: sentence },
    ...{ lines: items.lines, dates: items.dates, below: line.itemBelow, scale, width: picture.width },
  })
  const alt = `${words.items}. ${sentence}`
  return [
    { kind: 'text', text: sentence },
    { kind: 'picture', ...drawn, alt },
  ]
}

function told(title: string, items: readonly string[], level: 2 | 3 = 2): Block[] {
  if (items.length === 0) return []
  return [
    { kind: 'heading', level, text: title },
    { kind: 'list', items },
  ]
}

type Told = { words: ReportWords; report: ReportParts }

/** All that the pictures show, newest first, with the year: paper is read later. */
function tables(lines: readonly ReportLine[], { words, report }: Told): Block[] {
  const filled = lines.filter(({ series }) => series.points.length > 0)
  if (filled.length === 0) return []
  const { language } = report.listener
  const dayOf = (at: string) =>
    `${dayMonth(at, language, report.timeZone)} ${localDay(at, report.timeZone).slice(0, 4)}`
  return [
    { kind: 'heading', level: 2, text: words.tables },
    ...filled.flatMap(({ name, series, items }): Block[] => [
      {
        ...{ kind: 'table', caption: name, rowHeads: true },
        columns: [
          { text: words.day, share: 3 },
          { text: words.value, share: 2 },
          { text: words.remark, share: 5 },
        ],
        rows: runChartRows(series)
          .toReversed()
          .map(({ at, valueLabel, remark }) => [dayOf(at), valueLabel, remark]),
      },
      ...itemTable({ name, items }, words, language),
    ]),
  ]
}

/** So many columns of numbers are still read on paper. */
const columnsAtMost = 8

function itemTable(
  { name, items }: Pick<ReportLine, 'name' | 'items'>,
  words: ReportWords,
  language: string,
): Block[] {
  if (items === null || items.lines.length < 2 || items.lines.length > columnsAtMost) return []
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  return [
    {
      ...{ kind: 'table', caption: `${name}. ${words.items}`, rowHeads: true },
      columns: [
        { text: words.day, share: 3 },
        ...items.lines.map(({ label }) => ({ text: label, share: 3 })),
      ],
      rows: items.days
        .map((day, at) => {
          const values = items.lines.map(({ values }) => values[at] ?? null)
          return [day, ...values.map((value) => (value === null ? words.empty : number.format(value)))]
        })
        .reverse(),
    },
  ]
}
