import { textWidth } from '@weerklank/core/charts/text-size'

/** User units of the picture, which are CSS px. */
export type TipPlace = { x: number; y: number }

type Props = { text: string; place: TipPlace; size: { width: number; height: number } }

const style = { size: 13, bold: true }
const box = { height: 26, padding: 8, distance: 14 }

/** The value beside the point one looks at: drawn, because the content policy allows no positions in styles. */
export function CheckTip({ text, place, size }: Props) {
  const width = textWidth(text, style) + 2 * box.padding
  const x = Math.min(Math.max(place.x - width / 2, 0), Math.max(size.width - width, 0))
  const above = place.y - box.distance - box.height
  const y = above >= 0 ? above : place.y + box.distance
  return (
    <svg
      className="wk-check-tip"
      viewBox={`0 0 ${size.width} ${size.height}`}
      aria-hidden="true"
      focusable="false"
      direction="ltr"
    >
      <g transform={`translate(${x} ${y})`}>
        <rect width={width} height={box.height} rx="6" />
        <text x={width / 2} y={box.height / 2} dominantBaseline="central" textAnchor="middle">
          {text}
        </text>
      </g>
    </svg>
  )
}
