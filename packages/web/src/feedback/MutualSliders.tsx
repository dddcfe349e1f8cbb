import type { Answers, Instrument, ScaleItem } from '@weerklank/core/feedback/instrument'
import { valueLabel } from '@weerklank/core/feedback/instrument.score'
import { say } from '@weerklank/core/shared/spoken'
import { useLanguage, useText } from '../language/use-text.ts'
import { TextButton } from '../ui/TextButton.tsx'
import { mutualText } from './mutual.text.ts'

type Props = {
  instrument: Instrument
  /** Fills the places in the questions. */
  names: Readonly<Record<string, string>>
  values: Answers
  onChange: (values: Answers) => void
  /** Short names in the place of whole questions. */
  asLabels?: boolean
}

/** The items as lines that start unanswered: a line has no mark until somebody sets it, also by keyboard. */
export function MutualSliders({ instrument, names, values, onChange, asLabels = false }: Props) {
  function set(item: string, value: number | undefined) {
    const { [item]: _, ...others } = values
    onChange(value === undefined ? others : { ...others, [item]: value })
  }
  return instrument.items.map((item) => (
    <Slider
      key={item.id}
      {...{ item, instrument, names, asLabels }}
      value={values[item.id]}
      onChange={(value) => set(item.id, value)}
    />
  ))
}

type SliderProps = Pick<Props, 'instrument' | 'names' | 'asLabels'> & {
  item: ScaleItem
  value: number | undefined
  onChange: (value: number | undefined) => void
}

function Slider({ item, instrument, names, asLabels, value, onChange }: SliderProps) {
  const text = useText(mutualText)
  const language = useLanguage()
  const listener = { language, address: 'je' } as const
  const { min, max, step } = instrument.scale
  const id = `beeld-${item.id}`
  const said = value === undefined ? text.notYet : text.value(valueLabel(value, language))
  const middle = (min + max) / 2
  return (
    <div className="wk-mutual-item">
      <label htmlFor={id}>{asLabels ? item.label[language] : say(item.question, listener, names)}</label>
      <input
        id={id}
        type="range"
        dir="ltr"
        className={value === undefined ? 'wk-mutual-range wk-mutual-range--open' : 'wk-mutual-range'}
        {...{ min, max, step }}
        value={value ?? middle}
        aria-valuetext={said}
        onChange={(event) => onChange(Number(event.target.value))}
        // A line that stands in the middle does not change when one presses there.
        onPointerUp={(event) => value === undefined && onChange(Number(event.currentTarget.value))}
        onKeyDown={(event) => {
          if (value === undefined && (event.key === ' ' || event.key === 'Enter')) {
            event.preventDefault()
            onChange(middle)
          }
        }}
      />
      <p className="wk-mutual-item__ends wk-small" aria-hidden="true">
        <span>{say(item.low, listener, names)}</span>
        <span>{say(item.high, listener, names)}</span>
      </p>
      <p className="wk-mutual-item__said wk-small">
        <output htmlFor={id}>{said}</output>
        {value !== undefined && (
          <TextButton onClick={() => onChange(undefined)}>
            {text.clear}
            <span className="wk-sr-only"> {item.label[language]}</span>
          </TextButton>
        )}
      </p>
    </div>
  )
}
