import { type Box, isFree, type LabelRoom } from './label-room.ts'
import { boxAround, measured, type PlacedText } from './placed-text.ts'
import type { MapPlan, PlacedMark } from './synergy-map-layout.ts'
import { fewTextLines } from './text-lines.ts'

const style = { size: 11, bold: false } as const
const lineHeight = 12.5

/**
 * Names beside their marks, in at most two lines, where there is room: below, above, right or left. A name without room is
 * left to the list, which has them all.
 */
export function mapLabels({ marks, side }: MapPlan, taken: readonly Box[]): PlacedText[] {
  const room: LabelRoom = {
    frame: { left: 2, top: 2, right: side - 2, bottom: side - 2 },
    line: { points: [], dotRadius: 0 },
    marks: [...taken, ...marks.map(({ x, y, r }) => around({ x, y, r: r + 3 }))],
    strokes: [],
  }
  return marks.flatMap((mark) => {
    const free = placesOf(mark).find((texts) => {
      const box = boxAround(texts, 1)
      return box !== null && isFree(box, room)
    })
    const box = boxAround(free ?? [], 1)
    if (free === undefined || box === null) return []
    room.marks.push(box)
    return free
  })
}

function around({ x, y, r }: { x: number; y: number; r: number }): Box {
  return { left: x - r, right: x + r, top: y - r, bottom: y + r }
}

function placesOf({ element, x, y, r }: PlacedMark): PlacedText[][] {
  const lines = (width: number) => fewTextLines(element.name, { width, most: 2 }, style)
  const centred = lines(104)
  const beside = lines(92)
  const half = ((beside.length - 1) * lineHeight) / 2
  return [
    column(centred, { x, y: y + r + 13, anchor: 'middle' }),
    column(centred, { x, y: y - r - 7 - (centred.length - 1) * lineHeight, anchor: 'middle' }),
    column(beside, { x: x + r + 6, y: y + 4 - half, anchor: 'start' }),
    column(beside, { x: x - r - 6, y: y + 4 - half, anchor: 'end' }),
  ]
}

function column(lines: readonly string[], at: Pick<PlacedText, 'x' | 'y' | 'anchor'>): PlacedText[] {
  return lines.map((text, row) => ({ ...measured(text, style), ...at, y: at.y + row * lineHeight }))
}
