import type { Adjusting } from '@weerklank/core/analysis/selection'
import { useText } from '../language/use-text.ts'
import { codePickerText } from './code-picker.text.ts'

const steps = [
  { key: 'startEarlier', sign: '⇤', how: { edge: 'start', back: true } },
  { key: 'startLater', sign: '→', how: { edge: 'start', back: false } },
  { key: 'endEarlier', sign: '←', how: { edge: 'end', back: true } },
  { key: 'endLater', sign: '⇥', how: { edge: 'end', back: false } },
] as const

/** Brings the begin or end of chosen words one word further: also for a finger, which is wider than a letter. */
export function AdjustEnds({ onAdjust }: { onAdjust: (how: Adjusting) => void }) {
  const text = useText(codePickerText)
  return (
    <fieldset className="wk-field">
      <legend className="wk-sr-only">{text.adjust}</legend>
      <div className="wk-adjust">
        {steps.map(({ key, sign, how }) => (
          <button
            key={key}
            type="button"
            title={text[key]}
            aria-label={text[key]}
            onClick={() => onAdjust(how)}
          >
            <span aria-hidden="true">{sign}</span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
