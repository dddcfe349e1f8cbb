import { svgElement } from './svg-text.ts'

export type RangeStripInput = {
  /** All from 0 to 1: where it lies, and between which it lies with care. */
  readonly value: number
  readonly from: number
  readonly to: number
}

const width = 160
const height = 24
const edge = 6

/**
 * Where something lies between "always lower" and "always higher", with how sure that is: a bar from `from` to `to`, a dot at `value`
 * and a dashed line in the middle, where nothing differs. It takes the colour of the text around it, and is hidden from screen
 * readers because the sentence beside it says the same. Throws a RangeError unless 0 ≤ from ≤ value ≤ to ≤ 1.
 */
export function rangeStrip({ value, from, to }: RangeStripInput): string {
  if (!(from >= 0 && from <= value && value <= to && to <= 1))
    throw new RangeError(`${from} ≤ ${value} ≤ ${to} is no range from 0 to 1`)
  const x = (part: number) => edge + part * (width - 2 * edge)
  const middle = height / 2
  const line = (more: Record<string, string | number>) =>
    svgElement('line', { stroke: 'currentColor', ...more })
  return svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'wk-chart',
      'aria-hidden': 'true',
      focusable: 'false',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      direction: 'ltr',
    },
    line({ x1: x(0), x2: x(1), y1: middle, y2: middle, 'stroke-opacity': 0.35 }) +
      line({ x1: x(0.5), x2: x(0.5), y1: 2, y2: height - 2, 'stroke-dasharray': '2 3' }) +
      line({
        ...{ x1: x(from), x2: x(to), y1: middle, y2: middle },
        ...{ 'stroke-width': 6, 'stroke-linecap': 'round', 'stroke-opacity': 0.35 },
      }) +
      svgElement('circle', { cx: x(value), cy: middle, r: 5, fill: 'currentColor' }),
  )
}
