import './field.css'
import { useText } from '../language/use-text.ts'
import { classes } from './classes.ts'
import { FieldError } from './FieldError.tsx'
import { describedBy, type FieldBase } from './field.ts'
import type { Option } from './SelectField.tsx'
import { uiText } from './ui.text.ts'

type Props<Value extends string> = FieldBase & {
  value: Value | null
  options: readonly Option<Value>[]
  onChange: (value: Value) => void
}

/** The first choice carries the id of the field, so that an error leads there. */
export function RadioGroup<Value extends string>(props: Props<Value>) {
  const { id, label, hint, error, optional = false, value, options, onChange } = props
  const text = useText(uiText)
  return (
    <fieldset
      className={classes('wk-field', 'wk-choices', error !== undefined && 'wk-field--error')}
      aria-describedby={describedBy(props)}
    >
      <legend className="wk-field__label">
        {label} {optional && <span className="wk-field__optional">{text.optional}</span>}
      </legend>
      {hint !== undefined && (
        <p className="wk-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id}>{error}</FieldError>
      {options.map((option, index) => (
        <label key={option.value} className="wk-choice">
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name={id}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.hint !== undefined && <span className="wk-choice__hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
