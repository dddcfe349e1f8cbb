import type { LegendEntry } from '@weerklank/core/charts/run-chart-legend'
import { useText } from '../language/use-text.ts'
import { SvgSign } from '../ui/SvgPicture.tsx'
import { checkPictureText } from './check-picture.text.ts'

/** The signs of a picture in words: each has its own shape. */
export function CheckLegend({ entries }: { entries: readonly LegendEntry[] }) {
  const text = useText(checkPictureText)
  return (
    <ul className="wk-legend" aria-label={text.legend}>
      {entries.map(({ id, sign, text: meaning }) => (
        <li key={id}>
          <SvgSign svg={sign} />
          {meaning}
        </li>
      ))}
    </ul>
  )
}
