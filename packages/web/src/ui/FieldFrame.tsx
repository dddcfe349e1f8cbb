import './field.css'
import type { ReactNode } from 'react'
import { useText } from '../language/use-text.ts'
import { classes } from './classes.ts'
import { FieldError } from './FieldError.tsx'
import type { FieldBase } from './field.ts'
import { uiText } from './ui.text.ts'

/** Label above, hint, error, then the input: always visible, in this order. */
export function FieldFrame({ field, children }: { field: FieldBase; children: ReactNode }) {
  const text = useText(uiText)
  return (
    <div className={classes('wk-field', field.error !== undefined && 'wk-field--error')}>
      <label className="wk-field__label" htmlFor={field.id}>
        {field.label} {field.optional && <span className="wk-field__optional">{text.optional}</span>}
      </label>
      {field.hint !== undefined && (
        <p className="wk-field__hint" id={`${field.id}-hint`}>
          {field.hint}
        </p>
      )}
      <FieldError id={field.id}>{field.error}</FieldError>
      {children}
    </div>
  )
}
