import './field.css'
import { classes } from './classes.ts'
import { FieldError } from './FieldError.tsx'
import { describedBy, type FieldBase } from './field.ts'

type Props = Omit<FieldBase, 'optional'> & { checked: boolean; onChange: (checked: boolean) => void }

export function CheckboxField({ checked, onChange, ...field }: Props) {
  const { id, label, hint, error } = field
  return (
    <div className={classes('wk-field', 'wk-choices', error !== undefined && 'wk-field--error')}>
      <FieldError id={id}>{error}</FieldError>
      <label className="wk-choice">
        <input
          type="checkbox"
          id={id}
          name={id}
          checked={checked}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={describedBy(field)}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <p className="wk-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
