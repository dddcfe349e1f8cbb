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

type Point = readonly [x: number, y: number]

/**
 * A drawing that looks the same in no more than `atMost` characters: points that lie nearly on the line between their
 * neighbours go (Douglas and Peucker 1973), as few as are needed. Each stroke keeps its beginning and its end; where the strokes
 * alone are too many the shortest go. A drawing that is short enough comes back as it is.
 *
 * @param text what `isDrawing` says yes to
 */
export function thinnedDrawing(text: string, atMost: number): string {
  if (text.length <= atMost) return text
  const strokes = text
    .split('M')
    .slice(1)
    .map((one) => one.split('L').map((point): Point => [coordinate(point, 0), coordinate(point, 1)]))
  for (let away = 0.5; away < drawingPaper.width; away *= 1.25) {
    const thin = strokes.map((points) => written(thinned(points, away))).join('')
    if (thin.length <= atMost) return thin
  }
  return longestFirst(strokes, atMost)
}

const coordinate = (point: string, at: 0 | 1) => Number(point.split(' ')[at])
const written = (points: readonly Point[]) => `M${points.map(([x, y]) => `${x} ${y}`).join('L')}`

/** Of each stroke its two ends, the longest strokes first, as many as fit. */
function longestFirst(strokes: readonly (readonly Point[])[], atMost: number): string {
  const ends = strokes
    .toSorted((a, b) => b.length - a.length)
    .map((points) => written(points.filter((_, i) => i === 0 || i === points.length - 1)))
  let left = atMost
  return ends
    .filter((one) => {
      left -= one.length
      return left >= 0
    })
    .join('')
}

/** The points of a stroke without those that lie no further than `away` from the line that is left. */
function thinned(points: readonly Point[], away: number): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || points.length < 3) return points
  let farthest = 0
  let at = 0
  points.forEach((point, i) => {
    const distance = distanceTo(point, first, last)
    if (distance > farthest) {
      farthest = distance
      at = i
    }
  })
  if (farthest <= away) return [first, last]
  return [...thinned(points.slice(0, at + 1), away).slice(0, -1), ...thinned(points.slice(at), away)]
}

/** From a point to the line between two others, in units of the paper; beyond its ends to the nearer end. */
function distanceTo([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const square = dx * dx + dy * dy
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / square))
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy)
}
