import '../ui/field.css'
import { useId } from 'react'

type Props<Value extends string> = {
  label: string
  hint?: string
  /** Said when there is nothing to tick. */
  empty?: string
  options: readonly { value: Value; label: string; aside?: string }[]
  chosen: readonly Value[]
  onTick: (value: Value, on: boolean) => void
}

/** Several of a list, each with a box. */
export function TickList<Value extends string>({
  label,
  hint,
  empty,
  options,
  chosen,
  onTick,
}: Props<Value>) {
  const id = useId()
  return (
    <fieldset className="wk-field" aria-describedby={hint === undefined ? undefined : id}>
      <legend className="wk-field__label">{label}</legend>
      {hint !== undefined && (
        <p className="wk-field__hint" id={id}>
          {hint}
        </p>
      )}
      {options.length === 0 && <p className="wk-muted">{empty}</p>}
      {options.map(({ value, label: words, aside }) => (
        <label key={value} className="wk-choice">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => onTick(value, event.target.checked)}
          />
          <span>
            {words}
            {aside !== undefined && <span className="wk-choice__hint">{aside}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
