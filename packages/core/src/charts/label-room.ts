/** A rectangle in user units; y grows downwards. */
export type Box = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A drawn point of a line; y is null where the line is broken. */
export type LinePoint = { readonly x: number; readonly y: number | null }

/** Points at equal distances, with the radius of their dots (0: a line without dots). */
export type DrawnLine = { readonly points: readonly LinePoint[]; readonly dotRadius: number }

/** What still is free in a picture for a text. Boxes are taken while texts are being placed. */
export type LabelRoom = {
  readonly frame: Box
  readonly line: DrawnLine
  /** Texts and crosses: nothing may cover them. */
  readonly marks: Box[]
  /** Thin lines that are no data: they may cross each other, but no text lies on them. */
  readonly strokes: Box[]
}

// Air between a text and what it must not touch.
const air = 3

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function isInside(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  )
}

/** True when the straight line from a to b comes inside the box. */
function segmentTouches(a: { x: number; y: number }, b: { x: number; y: number }, box: Box): boolean {
  const from = Math.max(a.x, box.left)
  const to = Math.min(b.x, box.right)
  if (from > to) return false
  const slope = b.x === a.x ? 0 : (b.y - a.y) / (b.x - a.x)
  const atFrom = a.y + slope * (from - a.x)
  const atTo = a.y + slope * (to - a.x)
  return Math.min(atFrom, atTo) < box.bottom && Math.max(atFrom, atTo) > box.top
}

/** True when a dot or the line between two dots comes inside the box. */
export function touchesLine(box: Box, { points, dotRadius }: DrawnLine): boolean {
  const reach = dotRadius + air
  const first = points[0]
  if (first === undefined) return false
  const step = points[1] === undefined ? 1 : Math.max(points[1].x - first.x, 0.01)
  // Points stand at equal distances, so only those near the box are looked at.
  const from = Math.max(Math.floor((box.left - reach - first.x) / step), 0)
  const to = Math.min(Math.ceil((box.right + reach - first.x) / step), points.length - 1)
  for (let i = from; i <= to; i++) {
    const { x = 0, y = null } = points[i] ?? {}
    if (y === null) continue
    if (overlaps(box, { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach })) return true
    const next = points[i + 1]
    if (next === undefined || next.y === null) continue
    if (segmentTouches({ x, y }, { x: next.x, y: next.y }, box)) return true
  }
  return false
}

/** True when the box lies in the frame and covers no text, mark, dot or line. */
export function isFree(box: Box, room: LabelRoom): boolean {
  return (
    isInside(box, room.frame) &&
    !coversMark(box, room) &&
    !room.strokes.some((stroke) => overlaps(box, stroke)) &&
    !touchesLine(box, room.line)
  )
}

/** True when the box comes over a text or a cross. */
export function coversMark(box: Box, room: LabelRoom): boolean {
  return room.marks.some((mark) => overlaps(box, mark))
}
