import { chartColours } from './chart-colours.ts'
import { type GoalBar, type GoalBarsInput, goalBarsPhrases } from './goal-bars-words.ts'
import { escapeXml, svgElement, svgId } from './svg-text.ts'
import { fewTextLines } from './text-lines.ts'
import type { TextStyle } from './text-size.ts'

const nameStyle: TextStyle = { size: 14, bold: true }
const small = 12
const lineHeight = 18
const track = 22
const gap = 26
const steps = 5
const edge = 2

type Row = { readonly goal: GoalBar; readonly lines: readonly string[]; readonly top: number }

/**
 * Draws goals one below the other, each on its own five steps with "as expected" in the middle: an open dot where it began, a
 * bar to where it is now. No order, no sum, no colour of good or bad. Promises: well-formed XML for any text, the same output
 * for the same input. One image with name and description; `goalBarsTable` says the same in words. '' without goals.
 * Throws a RangeError for a level that is no step.
 */
export function goalBars(input: GoalBarsInput): string {
  const { goals, lang, idPrefix, width = 340 } = input
  if (goals.length === 0) return ''
  const rows = placed(goals, width)
  const last = rows.at(-1)
  const height = (last === undefined ? 0 : bottomOf(last)) + 10
  const titleId = svgId(idPrefix, 'title')
  const descriptionId = svgId(idPrefix, 'desc')
  return svgElement(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', class: 'wk-chart wk-c-matrix', role: 'img' },
      ...{ 'aria-labelledby': titleId, 'aria-describedby': descriptionId, lang },
      ...{ viewBox: `0 0 ${width} ${height}`, width, height, color: '#1b2430', direction: 'ltr' },
      ...{ 'font-family': "system-ui, 'Segoe UI', 'Noto Sans', sans-serif", 'font-size': small },
    },
    svgElement('title', { id: titleId }, escapeXml(input.title)) +
      svgElement('desc', { id: descriptionId }, escapeXml(input.description)) +
      axisSvg(lang, width) +
      rows.map((row) => rowSvg(row, width)).join(''),
  )
}

function placed(goals: readonly GoalBar[], width: number): Row[] {
  let top = 26
  return goals.map((goal) => {
    const lines = fewTextLines(goal.name, { width: width - 2 * edge, most: 2 }, nameStyle)
    const row = { goal, lines, top }
    top = bottomOf(row) + gap
    return row
  })
}

const bottomOf = ({ lines, top }: Row) => top + lines.length * lineHeight + 6 + track

/** Above all goals, so that each step is named once. */
function axisSvg(lang: GoalBarsInput['lang'], width: number): string {
  const say = goalBarsPhrases(lang)
  const at = (x: number, anchor: 'start' | 'middle' | 'end', words: string) =>
    svgElement(
      'text',
      { class: 'wk-c-tick', x, y: 12, 'text-anchor': anchor, fill: chartColours.muted },
      escapeXml(words),
    )
  return (
    at(edge, 'start', say.less) + at(width / 2, 'middle', say.expected) + at(width - edge, 'end', say.more)
  )
}

function rowSvg({ goal, lines, top }: Row, width: number): string {
  const names = lines.map((line, at) => {
    const place = {
      x: edge,
      y: top + 14 + at * lineHeight,
      'font-size': nameStyle.size,
      'font-weight': '600',
    }
    return svgElement('text', { class: 'wk-c-ink', ...place, fill: 'currentColor' }, escapeXml(line))
  })
  const y = top + lines.length * lineHeight + 6
  const step = (width - 2 * edge) / steps
  const middle = (level: number) => edge + (stepOf(level) + 2.5) * step
  const cells = Array.from({ length: steps }, (_, at) =>
    svgElement('rect', {
      class: at === 2 ? 'wk-c-map-ring' : 'wk-c-cell-none',
      ...{ x: edge + at * step, y, width: step, height: track },
      fill: at === 2 ? chartColours.cool : chartColours.paper,
      stroke: chartColours.grid,
    }),
  )
  return names.join('') + cells.join('') + barSvg(goal, { middle, y: y + track / 2 })
}

function barSvg(
  { baseline, level }: GoalBar,
  { middle, y }: { middle: (level: number) => number; y: number },
): string {
  const start = svgElement('circle', {
    class: 'wk-c-open',
    ...{ cx: middle(baseline), cy: y, r: 5 },
    ...{ fill: chartColours.paper, stroke: chartColours.primary, 'stroke-width': 2 },
  })
  if (level === null) return start
  const [from, to] = [Math.min(baseline, level), Math.max(baseline, level)].map(middle)
  const bar = svgElement('rect', {
    class: 'wk-c-full',
    ...{ x: from, y: y - 4, width: (to ?? 0) - (from ?? 0), height: 8, fill: chartColours.primary },
  })
  const end = { class: 'wk-c-full', cx: middle(level), cy: y, r: 7, fill: chartColours.primary }
  return bar + start + svgElement('circle', end)
}

function stepOf(level: number): number {
  if (!Number.isInteger(level) || Math.abs(level) > 2) throw new RangeError(`Not a step: ${level}`)
  return level
}
