import { type Box, isFree, type LabelRoom } from './label-room.ts'
import {
  boxAround,
  heldBetween,
  type MeasuredText,
  measured,
  type PlacedText,
  textBox,
} from './placed-text.ts'
import type { RunChartInput } from './run-chart-input.ts'
import { bodyText, lastValueText, type PointMark, type RunChartPlan } from './run-chart-layout.ts'
import { type NoteLabel, placeNotes } from './run-chart-notes.ts'
import { runChartPhrases } from './run-chart-phrases.ts'
import { fitText } from './text-size.ts'

/** All texts of the picture, placed so that none covers another, a dot or the frame. */
export type RunChartLabels = {
  readonly dates: readonly PlacedText[]
  readonly lastValue: PlacedText | undefined
  readonly missed: readonly PlacedText[]
  /** One or two lines; empty where there was no room. */
  readonly cutoff: readonly PlacedText[]
  /** Of the own start and the limits, those that found room. */
  readonly levels: readonly PlacedText[]
  /** As the plan's notes, oldest first; without texts where there was no room. */
  readonly notes: readonly NoteLabel[]
}

/** Finds a place for every text; what has none is left out, because the table beside the picture says it too. */
export function placeLabels(input: RunChartInput, plan: RunChartPlan): RunChartLabels {
  const room: LabelRoom = {
    frame: { left: 0, top: 0, right: plan.width, bottom: plan.plot.bottom },
    line: plan.line,
    marks: plan.marks.filter(({ look }) => look === 'missed').map((mark) => crossBox(mark)),
    strokes: [],
  }
  // What has the fewest places goes first.
  const lastValue = placeLastValue(input, plan, room)
  const missed = placeMissed(input, plan, room)
  if (plan.cutoffY !== null) room.strokes.push(lineBox(plan.plot, plan.cutoffY))
  for (const { y } of plan.levels) room.strokes.push(lineBox(plan.plot, y))
  // Before the notes if their lines leave it a place, because notes can climb; else between where they came to stand.
  const early = placeCutoff(input, plan, { ...room, strokes: [...room.strokes, ...noteLines(plan)] })
  const notes = placeNotes(plan, room)
  const cutoff = early.length > 0 ? early : placeCutoff(input, plan, room)
  const levels = placeLevels(plan, room)
  return { dates: placeDates(input, plan), lastValue, missed, notes, cutoff, levels }
}

function noteLines({ notes, plot }: RunChartPlan): Box[] {
  return notes.map(({ x }) => ({ ...plot, left: x - 2, right: x + 2 }))
}

/** Radius in px of the dot of the last value, which stays visible when the others shrink. */
export function lastRadius({ radius }: Pick<PointMark, 'radius'>): number {
  return Math.max(radius, 4.5)
}

/** Half the size of the cross of a missed check, px. */
export function crossSize({ radius }: Pick<PointMark, 'radius'>): number {
  return Math.max(2, radius * 0.7)
}

/** The height of the middle of a cross: just above the base line. */
export function crossY(mark: Pick<PointMark, 'y' | 'radius'>): number {
  return mark.y - crossSize(mark) - 5
}

function crossBox(mark: PointMark): Box {
  const size = crossSize(mark) + 1
  const y = crossY(mark)
  return { left: mark.x - size, right: mark.x + size, top: y - size, bottom: y + size }
}

function lineBox({ left, right }: Box, y: number): Box {
  return { left, right, top: y - 1, bottom: y + 1 }
}

/** The dates under the plot: first and last, and every so many between as far as they keep apart. */
function placeDates(input: RunChartInput, plan: RunChartPlan): PlacedText[] {
  const gap = 12
  const placeDate = (mark: PointMark): PlacedText => {
    const text = fitText(input.points[mark.index]?.label ?? '', plan.width / 2, bodyText)
    const place = { x: mark.x, y: plan.plot.bottom + 21, anchor: 'middle' } as const
    return heldBetween({ ...measured(text, bodyText), ...place }, { left: 0, right: plan.width })
  }
  const dates = plan.marks.map(placeDate)
  const stride = Math.max(1, Math.ceil((Math.max(0, ...dates.map(({ width }) => width)) + gap) / plan.step))
  const last = dates.at(-1)
  if (last === undefined) return []
  const kept: PlacedText[] = []
  // By a fixed stride, so that the dates stand in a rhythm; texts held in the frame may need more room than that.
  let free = Number.NEGATIVE_INFINITY
  for (let index = 0; index < dates.length - 1; index += stride) {
    const date = dates[index]
    if (date === undefined) continue
    const { left, right } = textBox(date)
    if (left < free || right + gap > textBox(last).left) continue
    kept.push(date)
    free = right + gap
  }
  return [...kept, last].filter(({ text }) => text !== '')
}

function placeLastValue(input: RunChartInput, plan: RunChartPlan, room: LabelRoom): PlacedText | undefined {
  const { last } = plan
  if (last === undefined) return undefined
  const style = lastValueText(plan.isCompact)
  const radius = lastRadius(last)
  const text = fitText(input.points[last.index]?.valueLabel ?? '', plan.width / 4, style)
  if (text === '') return undefined
  const measuredText = measured(text, style)
  const { x, y } = last
  const [above, below] = [y - radius - 7, y + radius + 5 + style.size * 0.8]
  const places = (
    [
      { anchor: 'start', x: x + radius + 6, y: y + style.size * 0.36 },
      { anchor: 'middle', x, y: above },
      { anchor: 'middle', x, y: below },
      { anchor: 'end', x: x + 7, y: above },
      { anchor: 'end', x: x + 7, y: below },
      { anchor: 'start', x: x - 7, y: above },
      { anchor: 'start', x: x - 7, y: below },
      { anchor: 'end', x: x - radius - 6, y: y + style.size * 0.36 },
    ] as const
  ).map((place): PlacedText => ({ ...place, ...measuredText }))
  const crowded = { ...room, strokes: noteLines(plan) }
  const place = places.find((candidate) => isFree(textBox(candidate), crowded)) ?? places[0]
  const placed = place && heldBetween(place, room.frame)
  if (placed) room.marks.push(textBox(placed))
  return placed
}

/** What the crosses mean, at the two latest groups of them: that is enough to read the others. */
function placeMissed(input: RunChartInput, plan: RunChartPlan, room: LabelRoom): PlacedText[] {
  const groups: PointMark[][] = []
  for (const mark of plan.marks) {
    if (mark.look !== 'missed') continue
    const group = groups.at(-1)
    if (group?.at(-1)?.index === mark.index - 1) group.push(mark)
    else groups.push([mark])
  }
  const words = measured(runChartPhrases[input.lang].notFilledIn, bodyText)
  const inPlot = { left: plan.plot.left + 4, right: plan.plot.right - 4 }
  return groups.slice(-2).flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)]
    if (first === undefined || last === undefined) return []
    const middle = {
      ...words,
      x: (first.x + last.x) / 2,
      y: crossY(first) - crossSize(first) - 8,
      anchor: 'middle',
    } as const
    for (const shift of [0, -12, 12, -24, 24]) {
      const label = heldBetween({ ...middle, x: middle.x + shift }, inPlot)
      const box = boxAround([label], 3)
      if (box === null || !isFree(box, room)) continue
      room.marks.push(box)
      return [label]
    }
    return []
  })
}

/** The words at the dashed line: under it and as far left as there is room, else above it; in two lines if need be. */
function placeCutoff(input: RunChartInput, plan: RunChartPlan, room: LabelRoom): PlacedText[] {
  const { plot, cutoffY } = plan
  if (input.cutoff === null || cutoffY === null) return []
  const width = plot.right - plot.left - 16
  const inPlot = { ...room, frame: plot }
  const oneLine = fitText(input.cutoff.label, width, bodyText)
  const twoLines = halves(input.cutoff.label).map((half) => fitText(half, width, bodyText))
  for (const wording of [[oneLine], twoLines]) {
    const lines = wording.map((line) => measured(line, bodyText))
    for (const texts of cutoffPlaces(lines, plot, cutoffY)) {
      const box = boxAround(texts, 1)
      if (box === null || !isFree(box, inPlot)) continue
      room.marks.push(box)
      return texts
    }
  }
  return []
}

const lineHeight = 17

function* cutoffPlaces(lines: readonly MeasuredText[], plot: Box, cutoffY: number): Generator<PlacedText[]> {
  if (lines.some(({ text }) => text === '')) return
  const right = plot.right - 8 - Math.max(...lines.map(({ width }) => width))
  const above = -8 - (lines.length - 1) * lineHeight
  for (let x = plot.left + 8; x <= right; x += 8) {
    for (const drop of [18, 24, 30, 36, 44, 52, 60, above, above - 8]) {
      yield lines.map((text, line) => ({
        ...text,
        x,
        y: cutoffY + drop + line * lineHeight,
        anchor: 'start',
      }))
    }
  }
}

/** The words of the other lines: just above or under them, at the left or the right, wherever there is room first. */
function placeLevels({ levels, plot }: RunChartPlan, room: LabelRoom): PlacedText[] {
  const inPlot = { ...room, frame: plot }
  return levels.flatMap(({ y, label }) => {
    const text = measured(fitText(label, plot.right - plot.left - 16, bodyText), bodyText)
    if (text.text === '') return []
    const right = plot.right - 8 - text.width
    for (const drop of [-6, 17, -12, 23]) {
      for (let x = plot.left + 8; x <= right; x += 8) {
        const placed: PlacedText = { ...text, x, y: y + drop, anchor: 'start' }
        const box = boxAround([placed], 1)
        if (box === null || !isFree(box, inPlot)) continue
        room.marks.push(box)
        return [placed]
      }
    }
    return []
  })
}

/** A text cut in two at the space nearest to its middle; in one piece when it has none. */
function halves(text: string): string[] {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index)
  const [middle] = spaces.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))
  return middle === undefined ? [text] : [text.slice(0, middle), text.slice(middle + 1)]
}
