import '../ui/field.css'
import './rupture.css'
import {
  markerKind,
  markerWord,
  type RuptureKind,
  type RuptureMarker,
  ruptureMarkers,
} from '@weerklank/core/feedback/rupture'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { useLanguage, useText } from '../language/use-text.ts'
import { ruptureText } from './rupture.text.ts'

type Props = {
  id: string
  kind: RuptureKind
  chosen: readonly RuptureMarker[]
  onChange: (chosen: RuptureMarker[]) => void
}

/** What one may notice, as chips to tick. Those of the other kind that were ticked stay in sight. */
export function RuptureMarkers({ id, kind, chosen, onChange }: Props) {
  const text = useText(ruptureText)
  const language = useLanguage()
  const shown = ruptureMarkers.filter((marker) => markerKind(marker) === kind || chosen.includes(marker))
  return (
    <fieldset className="wk-field" aria-describedby={`${id}-hint`}>
      <legend className="wk-field__label">{text.markers}</legend>
      <p className="wk-field__hint" id={`${id}-hint`}>
        {text.markersHint}
      </p>
      <div className="wk-markers">
        {shown.map((marker) => (
          <label key={marker} className="wk-marker">
            <input
              type="checkbox"
              name={id}
              checked={chosen.includes(marker)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, marker] : chosen.filter((one) => one !== marker))
              }
            />
            <span>{sentenceStart(markerWord(marker, language))}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
