import { type Box, coversMark, isFree, type LabelRoom } from './label-room.ts'
import { boxAround, type MeasuredText, measured, type PlacedText } from './placed-text.ts'
import type { RunChartAnnotation } from './run-chart-input.ts'
import { bodyText, laneHeight, type RunChartPlan, strongText } from './run-chart-layout.ts'
import { fitText, type TextStyle } from './text-size.ts'

/** A note as it is drawn: a vertical line from the top of the plot (or a lane above it) with a dot and its texts. */
export type NoteLabel = {
  readonly annotation: RunChartAnnotation
  readonly x: number
  readonly lineTop: number
  readonly lineBottom: number
  readonly dotY: number
  /** First what it was, then its date; empty where there was no room. */
  readonly texts: readonly PlacedText[]
  /** False when the texts stand in the way of the line of another note, or are missing. */
  readonly isCalm: boolean
}

/**
 * Places the texts of the notes, the newest first, so that the oldest are the ones without words when room runs out.
 * A text begins low in the plot, where answers are rare, and climbs until it covers nothing.
 */
export function placeNotes(plan: RunChartPlan, room: LabelRoom): NoteLabel[] {
  const placed = plan.notes.toReversed().map((note) => {
    const label = placeNote({ ...note, plan }, room)
    const { line, texts } = boxesOf(label)
    room.strokes.push(line)
    if (texts) room.marks.push(texts)
    return label
  })
  return placed.toReversed()
}

type Spot = { readonly annotation: RunChartAnnotation; readonly x: number; readonly plan: RunChartPlan }

function placeNote(spot: Spot, room: LabelRoom): NoteLabel {
  const { plan } = spot
  const { plot } = plan
  const inPlot = { ...room, frame: plot }
  const others = plan.notes.filter(({ x }) => x !== spot.x)
  const calm = {
    ...inPlot,
    strokes: [...room.strokes, ...others.map(({ x }) => ({ ...plot, left: x - 3, right: x + 3 }))],
  }
  const rows = rowsOf(plan)
  const low = rows.filter((y) => y > plot.top + (plot.bottom - plot.top) * 0.4)
  const { dated, bare, oneLine, short } = wordingsOf(spot)
  return (
    firstFree(labelsAt(spot, low, dated), calm) ??
    firstFree(labelsAt(spot, low, dated), { ...calm, frame: room.frame }) ??
    firstFree(labelsAt(spot, rows, dated), calm) ??
    firstFree(labelsInLanes(spot, oneLine), room) ??
    firstFree(labelsAt(spot, low, bare), calm) ??
    firstFree(labelsInLanes(spot, bare), room) ?? {
      ...(firstFree(labelsAt(spot, rows, dated), inPlot) ??
        firstFree(labelsAt(spot, rows, bare), inPlot) ??
        firstFree(labelsAt(spot, rows, short), inPlot) ??
        firstFree(wordless(spot, rows), room) ??
        withLine(spot, { dotY: plot.top - 4, texts: [], lineBottom: plot.top })),
      isCalm: false,
    }
  )
}

function firstFree(labels: Iterable<NoteLabel>, room: LabelRoom): NoteLabel | undefined {
  let inTheWay: NoteLabel['texts'] | undefined
  for (const label of labels) {
    if (label.texts === inTheWay) continue
    const { line, texts } = boxesOf(label)
    if (texts !== null && !isFree(texts, room)) inTheWay = label.texts
    // The line may pass the series, the dashed line and other lines, but no text.
    else if (!coversMark(line, room)) return label
  }
  return undefined
}

function boxesOf({ x, lineTop, lineBottom, texts }: NoteLabel): { line: Box; texts: Box | null } {
  return {
    line: { left: x - 3, right: x + 3, top: lineTop, bottom: lineBottom + 4 },
    texts: boxAround(texts, 2),
  }
}

/** What may be written: with the date under it, without date, in one line, shortened. */
function wordingsOf({ annotation: { label, dateLabel }, plan: { plot } }: Spot) {
  const width = plot.right - plot.left
  const line = (text: string, style: TextStyle, most: number) => {
    const fitted = fitText(text, most, style)
    return fitted === '' ? [] : [measured(fitted, style)]
  }
  const what = line(label, strongText, width * 0.6)
  return {
    dated: [...what, ...line(dateLabel, bodyText, width * 0.6)],
    bare: what,
    oneLine: line([label, dateLabel].filter((part) => part !== '').join(' · '), strongText, width * 0.6),
    short: line(label, strongText, width * 0.3),
  }
}

/** Heights of the dot: first just above the crosses of missed checks, then upwards, then what is left below. */
function rowsOf({ plot }: RunChartPlan): number[] {
  const rows: number[] = []
  for (let y = plot.bottom - 38; y > plot.top + 16; y -= 6) rows.push(y)
  return [...rows, plot.bottom - 26, plot.bottom - 20]
}

const sides = ['start', 'end'] as const

/** The lines of text at each height in the plot, first right of the mark, then left of it. */
function* labelsAt(
  spot: Spot,
  heights: readonly number[],
  lines: readonly MeasuredText[],
): Generator<NoteLabel> {
  if (lines.length === 0) return
  for (const dotY of heights) {
    for (const side of sides)
      yield withLine(spot, { dotY, texts: textsBeside(spot.x, { dotY, side, lines }) })
  }
}

/**
 * Texts above the plot. A text to the left lies over the places of older notes, so it takes the highest lane first:
 * then the lines of the older ones end below it. The line goes down as far as no text is in its way.
 */
function* labelsInLanes(spot: Spot, lines: readonly MeasuredText[]): Generator<NoteLabel> {
  const { plot, lanes } = spot.plan
  if (lines.length === 0) return
  const upwards = Array.from({ length: lanes }, (_, lane) => plot.top - laneHeight * (lane + 0.5) - 2)
  for (const side of sides) {
    for (const dotY of side === 'start' ? upwards : upwards.toReversed()) {
      const texts = textsBeside(spot.x, { dotY, side, lines })
      for (let lineBottom = plot.bottom; lineBottom > plot.top + 8; lineBottom -= 8) {
        yield withLine(spot, { dotY, texts, lineBottom })
      }
    }
  }
}

// A note without words keeps its mark: the table says what it was.
function* wordless(spot: Spot, heights: readonly number[]): Generator<NoteLabel> {
  for (const dotY of heights) yield withLine(spot, { dotY, texts: [] })
}

type Beside = { dotY: number; side: 'start' | 'end'; lines: readonly MeasuredText[] }

function textsBeside(x: number, { dotY, side, lines }: Beside): PlacedText[] {
  const firstY = dotY + (lines.length > 1 ? -2 : 4.5)
  return lines.map((text, line) => ({
    ...text,
    x: x + (side === 'start' ? 9 : -9),
    y: firstY + line * 17,
    anchor: side,
  }))
}

type Mark = { dotY: number; texts: PlacedText[]; lineBottom?: number }

function withLine(
  { annotation, x, plan: { plot } }: Spot,
  { dotY, texts, lineBottom = dotY }: Mark,
): NoteLabel {
  return { annotation, x, dotY, lineTop: Math.min(plot.top, dotY), lineBottom, texts, isCalm: true }
}
