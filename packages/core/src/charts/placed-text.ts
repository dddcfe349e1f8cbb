import type { Box } from './label-room.ts'
import { type TextStyle, textWidth } from './text-size.ts'

/** One line of text and the width in px it is estimated to take. */
export type MeasuredText = { readonly text: string; readonly style: TextStyle; readonly width: number }

/** One line of text with its place: x of the anchor and y of the base line, in user units. */
export type PlacedText = MeasuredText & {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/** Measures a text once, so that many places can be tried for it. */
export function measured(text: string, style: TextStyle): MeasuredText {
  return { text, style, width: textWidth(text, style) }
}

const anchorShare = { start: 0, middle: 0.5, end: 1 } as const

/** The box that a text is estimated to fill, from the top of its capitals to under its descenders. */
export function textBox({ x, y, anchor, style, width }: PlacedText): Box {
  const left = x - anchorShare[anchor] * width
  return { left, right: left + width, top: y - style.size * 0.8, bottom: y + style.size * 0.25 }
}

/** The smallest box round several texts, with `air` px more on each side; null round no texts. */
export function boxAround(texts: readonly PlacedText[], air: number): Box | null {
  const [first, ...others] = texts.map(textBox)
  if (first === undefined) return null
  const around = others.reduce(
    (box, other) => ({
      left: Math.min(box.left, other.left),
      top: Math.min(box.top, other.top),
      right: Math.max(box.right, other.right),
      bottom: Math.max(box.bottom, other.bottom),
    }),
    first,
  )
  return {
    left: around.left - air,
    top: around.top - air,
    right: around.right + air,
    bottom: around.bottom + air,
  }
}

/** The text moved sideways, as little as needed, so that it stays between `left` and `right`. */
export function heldBetween(text: PlacedText, { left, right }: Pick<Box, 'left' | 'right'>): PlacedText {
  const box = textBox(text)
  const shift = box.left < left ? left - box.left : Math.min(0, right - box.right)
  return { ...text, x: text.x + shift }
}
