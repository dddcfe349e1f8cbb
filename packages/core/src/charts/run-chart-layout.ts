import type { Language } from '../shared/language.ts'
import { plainNumber } from '../shared/number-words.ts'
import type { Box, DrawnLine } from './label-room.ts'
import { clampedScale, type LinearScale, linearScale } from './linear-scale.ts'
import {
  annotationsInOrder,
  type ChartScale,
  isBelow,
  type RunChartAnnotation,
  type RunChartInput,
  type RunChartLevel,
  scaleOf,
  scoreOfPoint,
} from './run-chart-input.ts'
import { type TextStyle, textWidth } from './text-size.ts'

/** Below this width (px) the picture has fewer ticks and smaller margins. */
export const compactBelow = 480

export const bodyText: TextStyle = { size: 13, bold: false }
export const strongText: TextStyle = { size: 13, bold: true }

/** Height (px) of one line of labels above the plot. */
export const laneHeight = 20

/** How a point is drawn: `open` lies below the line, `full` on or above it, `missed` was not filled in. */
export type PointMark = {
  readonly index: number
  readonly x: number
  /** The value's height; the base line for a missed check. */
  readonly y: number
  readonly look: 'open' | 'full' | 'missed'
  /** Px; 0 when points lie so close that only the line is drawn. */
  readonly radius: number
  readonly onPaper: boolean
}

/** A horizontal line besides the cut-off. */
export type LevelMark = { readonly kind: 'start' | 'limit'; readonly y: number; readonly label: string }

/** Where everything stands that does not depend on free room for labels. */
export type RunChartPlan = {
  readonly width: number
  readonly height: number
  readonly isCompact: boolean
  readonly plot: Box
  /** Distance in px between two contacts. */
  readonly step: number
  readonly ticks: readonly { readonly y: number; readonly label: string }[]
  readonly marks: readonly PointMark[]
  /** The last point that was filled in. */
  readonly last: PointMark | undefined
  readonly line: DrawnLine
  /** Oldest first. */
  readonly notes: readonly { readonly annotation: RunChartAnnotation; readonly x: number }[]
  readonly cutoffY: number | null
  /** The own start and the limits, the most telling first: its words find a place first. */
  readonly levels: readonly LevelMark[]
  /** Lines of labels reserved above the plot. */
  readonly lanes: number
}

/** Lays out the picture, with `lanes` lines of room for labels above the plot. */
export function planRunChart(input: RunChartInput, lanes = 0): RunChartPlan {
  const scale = scaleOf(input)
  const width = sizeBetween(200, 4000, input.width)
  const height = sizeBetween(140, 4000, input.height)
  const isCompact = width < compactBelow
  const plot = plotBox({ input, scale, width, height, isCompact, lanes })
  const valueToY = clampedScale([scale.min, scale.max], [plot.bottom, plot.top])
  const notes = noteContacts(input)
  const { toX, step } = contactScale(input.points.length, plot, notes)
  const marks = pointMarks(input, { toX, valueToY, step, base: plot.bottom })
  const last = marks.findLast((mark) => mark.look !== 'missed')
  return {
    width,
    height,
    isCompact,
    plot,
    step,
    ticks: ticksOf(scale, { valueToY, lang: input.lang, isCompact }),
    marks,
    last,
    line: {
      points: marks.map((mark) => ({ x: mark.x, y: mark.look === 'missed' ? null : mark.y })),
      dotRadius: dotRadius(step),
    },
    notes: notes.map(({ annotation, contact }) => ({ annotation, x: toX(contact) })),
    cutoffY: input.cutoff === null ? null : valueToY(input.cutoff.value),
    levels: levelMarks(input, valueToY),
    lanes,
  }
}

function levelMarks({ start, limits }: RunChartInput, valueToY: LinearScale): LevelMark[] {
  const mark = (kind: LevelMark['kind'], { value, label }: RunChartLevel) => {
    return Number.isFinite(value) ? [{ kind, y: valueToY(value), label }] : []
  }
  return [
    ...(start === undefined ? [] : mark('start', start)),
    ...(limits === undefined ? [] : [...mark('limit', limits.upper), ...mark('limit', limits.lower)]),
  ]
}

/** How the last value is written: a little larger, bold. */
export function lastValueText(isCompact: boolean): TextStyle {
  return { size: isCompact ? 15 : 16, bold: true }
}

// Smaller has no room for texts, larger is no picture for a page.
function sizeBetween(least: number, most: number, size: number): number {
  return Number.isFinite(size) ? Math.min(Math.max(size, least), most) : least
}

type PlotOptions = {
  input: RunChartInput
  scale: ChartScale
  width: number
  height: number
  isCompact: boolean
  lanes: number
}

// The last value may stand beside the plot; a longer label than a quarter of the picture is shortened.
function plotBox({ input, scale, width, height, isCompact, lanes }: PlotOptions): Box {
  const tickWidth = Math.max(
    ...[scale.min, scale.max, scale.min + scale.step].map((value) =>
      textWidth(plainNumber(value, input.lang), bodyText),
    ),
  )
  const lastLabel = input.points.findLast((point) => scoreOfPoint(point) !== null)?.valueLabel ?? ''
  const lastWidth = textWidth(lastLabel, lastValueText(isCompact))
  return {
    left: Math.min(tickWidth + 12, width / 4),
    right: width - Math.max(12, Math.min(lastWidth + 4, width / 4)),
    top: 10 + lanes * laneHeight,
    bottom: height - 30,
  }
}

/** An annotation with its place counted in contacts: 2.5 is halfway the third and the fourth. */
type NoteContact = { annotation: RunChartAnnotation; contact: number }

// A note stands between two contacts, never on a dot; several between the same two share the room.
function noteContacts(input: RunChartInput): NoteContact[] {
  const ordered = annotationsInOrder(input)
  const seen = new Map<number, number>()
  return ordered.map(({ annotation, pointsBefore }) => {
    const together = ordered.filter((other) => other.pointsBefore === pointsBefore).length
    const nth = (seen.get(pointsBefore) ?? 0) + 1
    seen.set(pointsBefore, nth)
    return { annotation, contact: pointsBefore - 1 + nth / (together + 1) }
  })
}

// Room in px between the first or last dot and the edge of the plot.
const inset = 12

// Per contact, not per day: the picture answers "how was it each time". Notes before the first or after the
// last contact get a place of at least 16 px a piece.
function contactScale(count: number, plot: Box, notes: readonly NoteContact[]) {
  const room = plot.right - plot.left - 2 * inset
  if (count < 2) {
    const x = linearScale([-1, 1], [plot.left + inset, plot.right - inset])
    return { toX: (contact: number) => x(contact), step: room }
  }
  const before = notes.filter(({ contact }) => contact < 0).length
  const after = notes.filter(({ contact }) => contact > count - 1).length
  const spare = (notesThere: number) =>
    notesThere === 0 ? 0 : Math.max(0.5, (Math.min((notesThere + 1) * 16, room / 4) * (count - 1)) / room)
  const lead = spare(before)
  const trail = spare(after)
  const step = room / (count - 1 + lead + trail)
  const start = plot.left + inset + lead * step
  const x = linearScale([0, count - 1], [start, start + (count - 1) * step])
  const toX = (contact: number) => {
    if (contact < 0) return x(contact * lead)
    return contact > count - 1 ? x(count - 1 + (contact - count + 1) * trail) : x(contact)
  }
  return { toX, step }
}

function dotRadius(step: number): number {
  if (step < 6) return 0
  return Math.min(6, Math.max(2.5, step * 0.28))
}

type Placing = { toX: (contact: number) => number; valueToY: LinearScale; step: number; base: number }

function pointMarks(input: RunChartInput, { toX, valueToY, step, base }: Placing): PointMark[] {
  const radius = dotRadius(step)
  return input.points.map((point, index) => {
    const value = scoreOfPoint(point)
    const x = toX(index)
    const onPaper = point.onPaper === true
    if (value === null) return { index, x, y: base, look: 'missed', radius, onPaper }
    const look = isBelow(value, input.cutoff) ? 'open' : 'full'
    return { index, x, y: valueToY(value), look, radius, onPaper }
  })
}

// Closer grid lines look like ruled paper; a narrow picture has enough with three.
const tickDistance = { wide: 26, compact: 44 }

type TickOptions = { valueToY: LinearScale; lang: Language; isCompact: boolean }

// Wider steps are taken only if they still end exactly on the top of the scale.
function ticksOf({ min, max, step }: ChartScale, { valueToY, lang, isCompact }: TickOptions) {
  const height = Math.abs(valueToY(max) - valueToY(min))
  const distance = isCompact ? tickDistance.compact : tickDistance.wide
  const fitting = [1, 2, 2.5, 4, 5, 10, 20, 25, 50, 100]
    .filter((factor) => Number.isInteger(factor) || Number.isInteger(factor * step))
    .map((factor) => factor * step)
    .find((size) => {
      const count = (max - min) / size
      return Math.abs(count - Math.round(count)) < 1e-6 && count >= 1 && height / count >= distance
    })
  const size = fitting ?? max - min
  const count = Math.max(Math.round((max - min) / size), 1)
  return Array.from({ length: count + 1 }, (_, i) => {
    const value = min + i * size
    return { y: valueToY(value), label: plainNumber(value, lang) }
  })
}
