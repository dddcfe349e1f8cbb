/** The paper that a drawing is made on, in its own units; the page shows it as wide as the screen is. */
export const drawingPaper = { width: 300, height: 200 } as const

/** The greatest length of a drawing as text: some 1,700 points. */
export const drawingAtMost = 16_000

const stroke = /M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})+/y

/**
 * Whether a text is a drawing: one or more strokes as `M10 20L12 24L15 30`, whole numbers on the paper, not too long. It is
 * the very text of an SVG path, so that it may stand in a page as it is; nothing else fits the pattern.
 */
export function isDrawing(text: string): boolean {
  if (text === '' || text.length > drawingAtMost) return false
  stroke.lastIndex = 0
  while (stroke.lastIndex < text.length) if (!stroke.test(text)) return false
  return [...text.matchAll(/(\d+) (\d+)/g)].every(
    ([, x, y]) => Number(x) <= drawingPaper.width && Number(y) <= drawingPaper.height,
  )
}
