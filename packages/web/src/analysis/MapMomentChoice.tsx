import { useId } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { mapText } from './map.text.ts'
import type { MapMoments } from './map-view.ts'
import { momentWord } from './matrix-view.ts'

type Props = {
  moments: readonly string[]
  chosen: MapMoments
  onChoose: (moments: MapMoments) => void
}

/** Lays a later moment beside an earlier one; the slider goes through the moments. */
export function MapMomentChoice({ moments, chosen, onChoose }: Props) {
  const text = useText(mapText)
  const language = useLanguage()
  const slider = useId()
  const [first] = moments
  const last = moments.at(-1)
  if (first === undefined || last === undefined || moments.length < 2) return null
  const at = chosen === null ? 0 : Math.max(moments.indexOf(chosen.later), 0)
  const words = chosen === null ? '' : momentWord(chosen.later, language)
  return (
    <div className="wk-map-moments wk-no-print">
      <CheckboxField
        id="kaart-momenten"
        label={text.moments}
        checked={chosen !== null}
        onChange={(on) => onChoose(on ? { first, later: last } : null)}
      />
      {chosen !== null && (
        <>
          <SelectField
            id="kaart-eerst"
            label={text.first}
            value={chosen.first}
            options={moments.map((value) => ({ value, label: momentWord(value, language) }))}
            onChange={(value) => onChoose({ ...chosen, first: value ?? first })}
          />
          <div className="wk-field">
            <label className="wk-field__label" htmlFor={slider}>
              {text.later(words)}
            </label>
            <input
              id={slider}
              type="range"
              min={0}
              max={moments.length - 1}
              step={1}
              value={at}
              aria-valuetext={words}
              onChange={(event) =>
                onChoose({ ...chosen, later: moments[Number(event.target.value)] ?? last })
              }
            />
          </div>
        </>
      )}
    </div>
  )
}
