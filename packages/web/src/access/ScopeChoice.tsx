import { classes } from '../ui/classes.ts'
import { FieldError } from '../ui/FieldError.tsx'

type Props<Value extends string> = {
  id: string
  label: string
  error: string | undefined
  options: readonly { value: Value; label: string }[]
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}

/** Several of a few. The first one carries the id of the field, so that an error leads there. */
export function ScopeChoice<Value extends string>(props: Props<Value>) {
  const { id, label, error, options, chosen, onChange } = props
  return (
    <fieldset
      className={classes('wk-field', 'wk-choices', error !== undefined && 'wk-field--error')}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend className="wk-field__label">{label}</legend>
      <FieldError id={id}>{error}</FieldError>
      {options.map(({ value, label: words }, index) => (
        <label key={value} className="wk-choice">
          <input
            type="checkbox"
            id={index === 0 ? id : undefined}
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  )
}
