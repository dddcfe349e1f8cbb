import { fitText, type TextStyle, textWidth } from './text-size.ts'

/** A text in lines of at most `width` px, cut at spaces; a word that is too long for a line is shortened. */
export function textLines(text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && textWidth(longer, style) <= width) lines[lines.length - 1] = longer
    else lines.push(fitText(word, width, style))
  }
  return lines.filter((line) => line !== '')
}

/** As `textLines`, with no more lines than `most`: what is left is told by an ellipsis. */
export function fewTextLines(
  text: string,
  { width, most }: { width: number; most: number },
  style: TextStyle,
) {
  const lines = textLines(text, width, style)
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  const rest = lines.slice(most - 1).join(' ')
  return [...kept.slice(0, -1), fitText(rest, width, style)].filter((line) => line !== '')
}
