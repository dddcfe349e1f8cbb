import { chartColours } from './chart-colours.ts'
import { clampedScale } from './linear-scale.ts'
import { escapeXml, svgElement, svgId, svgNumber } from './svg-text.ts'

/** One spoke: how the answers to one question lie; null where that is not shown. */
export type RadarSpoke = {
  /** Short: what the row of the table beside it begins with. */
  readonly label: string
  readonly now: { readonly lowest: number; readonly highest: number; readonly middle: number } | null
  /** The middle at an earlier moment. */
  readonly before?: number | null
}

export type RadarInput = {
  readonly idPrefix: string
  readonly title: string
  /** The same in words, for who does not see it. */
  readonly description: string
  readonly lang: string
  /** Always the whole scale: a spoke that begins half-way makes small differences large. */
  readonly scale: { readonly min: number; readonly max: number }
  readonly spokes: readonly RadarSpoke[]
}

const size = 320
const centre = size / 2
const radius = 124
/** So that answers at the low end of different spokes do not lie on one point. */
const hole = 14

/**
 * Draws how answers lie on several questions at once: on each spoke a bar from the lowest to the highest answer with a dot at the
 * middle, and an open dot for an earlier moment. Nothing is filled: no surface that seems to be a score. Promises: well-formed XML for
 * any text, the same output for the same input. One image with name and description; the table that says the same belongs beside it.
 * Throws a RangeError for fewer than three spokes or a scale without length.
 */
export function radar(input: RadarInput): string {
  const { spokes, lang, idPrefix } = input
  if (spokes.length < 3) throw new RangeError('A radar needs three spokes')
  const titleId = svgId(idPrefix, 'title')
  const descriptionId = svgId(idPrefix, 'desc')
  return svgElement(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', class: 'wk-chart wk-c-run', role: 'img' },
      ...{ 'aria-labelledby': titleId, 'aria-describedby': descriptionId, lang },
      ...{ viewBox: `0 0 ${size} ${size}`, width: size, height: size, direction: 'ltr' },
      ...{ 'font-family': "system-ui, 'Segoe UI', 'Noto Sans', sans-serif", 'font-size': 13 },
    },
    svgElement('title', { id: titleId }, escapeXml(input.title)) +
      svgElement('desc', { id: descriptionId }, escapeXml(input.description)) +
      ringsSvg(input) +
      spokes.map((_, at) => spokeSvg(input, at)).join('') +
      middlesSvg(input),
  )
}

type Place = (at: number, value: number) => { x: number; y: number }

function placeIn({ spokes, scale }: RadarInput): Place {
  const away = clampedScale([scale.min, scale.max], [hole, radius])
  return (at, value) => onSpoke({ at, of: spokes.length }, away(value))
}

/** A point so far from the centre; the first spoke points up. */
function onSpoke({ at, of }: { at: number; of: number }, away: number): { x: number; y: number } {
  const turn = (at / of) * 2 * Math.PI - Math.PI / 2
  return { x: centre + Math.cos(turn) * away, y: centre + Math.sin(turn) * away }
}

const point = ({ x, y }: { x: number; y: number }) => `${svgNumber(x)} ${svgNumber(y)}`

function ringsSvg(input: RadarInput): string {
  const { scale, spokes } = input
  const place = placeIn(input)
  const middle = (scale.min + scale.max) / 2
  return [scale.min, middle, scale.max]
    .map((value) => {
      const corners = spokes.map((_, at) => point(place(at, value)))
      const ring = {
        class: 'wk-c-grid',
        d: `M${corners.join('L')}Z`,
        fill: 'none',
        stroke: chartColours.grid,
      }
      const at = place(0, value)
      return (
        svgElement('path', ring) +
        svgElement(
          'text',
          {
            ...{ class: 'wk-c-tick', x: at.x + 5, y: at.y - 3, 'font-size': 11 },
            fill: chartColours.muted,
          },
          svgNumber(value),
        )
      )
    })
    .join('')
}

function spokeSvg(input: RadarInput, at: number): string {
  const spoke = input.spokes[at]
  if (spoke === undefined) return ''
  const place = placeIn(input)
  const { scale, spokes } = input
  const end = place(at, scale.max)
  const label = onSpoke({ at, of: spokes.length }, radius + 18)
  const line = { class: 'wk-c-grid', d: `M${point(place(at, scale.min))}L${point(end)}` }
  const bar = spoke.now && { from: place(at, spoke.now.lowest), to: place(at, spoke.now.highest) }
  return (
    svgElement('path', { ...line, stroke: chartColours.grid }) +
    svgElement(
      'text',
      {
        ...{ class: 'wk-c-ink', x: label.x, y: label.y + 4, 'text-anchor': 'middle', 'font-weight': 700 },
        fill: 'currentColor',
      },
      escapeXml(spoke.label),
    ) +
    (bar === null
      ? ''
      : svgElement('path', {
          ...{ class: 'wk-c-line', d: `M${point(bar.from)}L${point(bar.to)}`, stroke: chartColours.primary },
          ...{ 'stroke-width': 5, 'stroke-linecap': 'round', opacity: 0.45 },
        }))
  )
}

/** Last, so that no bar lies over a dot. */
function middlesSvg(input: RadarInput): string {
  const place = placeIn(input)
  const { paper, primary } = chartColours
  return input.spokes
    .map(({ now, before = null }, at) => {
      const then = before === null ? null : place(at, before)
      const is = now === null ? null : place(at, now.middle)
      return (
        (then === null
          ? ''
          : svgElement('circle', {
              ...{ class: 'wk-c-open', cx: then.x, cy: then.y, r: 6 },
              ...{ fill: paper, stroke: primary, 'stroke-width': 2, 'stroke-dasharray': '3 2' },
            })) +
        (is === null
          ? ''
          : svgElement('circle', {
              ...{ class: 'wk-c-full', cx: is.x, cy: is.y, r: 5 },
              ...{ fill: primary, stroke: paper, 'stroke-width': 1 },
            }))
      )
    })
    .join('')
}
