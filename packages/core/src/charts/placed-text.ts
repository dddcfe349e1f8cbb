import type { Box } from './label-room.ts'
import { type TextStyle, textWidth } from './text-size.ts'

/** One line of text with its place: x of the anchor and y of the base line, in user units. */
export type PlacedText = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly style: TextStyle
}

const anchorShare = { start: 0, middle: 0.5, end: 1 } as const

/** The box that a text is estimated to fill, from the top of its capitals to under its descenders. */
export function textBox({ text, x, y, anchor, style }: PlacedText): Box {
  const width = textWidth(text, style)
  const left = x - anchorShare[anchor] * width
  return { left, right: left + width, top: y - style.size * 0.8, bottom: y + style.size * 0.25 }
}

/** The smallest box round several boxes, with `air` px more on each side. */
export function boxAround(boxes: readonly Box[], air = 0): Box {
  return {
    left: Math.min(...boxes.map((box) => box.left)) - air,
    top: Math.min(...boxes.map((box) => box.top)) - air,
    right: Math.max(...boxes.map((box) => box.right)) + air,
    bottom: Math.max(...boxes.map((box) => box.bottom)) + air,
  }
}

/** The text moved sideways, as little as needed, so that it stays between `left` and `right`. */
export function heldBetween(text: PlacedText, { left, right }: Pick<Box, 'left' | 'right'>): PlacedText {
  const box = textBox(text)
  const shift = box.left < left ? left - box.left : Math.min(0, right - box.right)
  return { ...text, x: text.x + shift }
}
