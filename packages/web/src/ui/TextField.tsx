import type { InputHTMLAttributes } from 'react'
import { FieldFrame } from './FieldFrame.tsx'
import { type FieldBase, fieldState } from './field.ts'

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'autoComplete' | 'inputMode' | 'lang' | 'maxLength' | 'onBlur' | 'spellCheck'
>

type Props = FieldBase &
  Native & {
    value: string
    onChange: (value: string) => void
    type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'time' | 'datetime-local'
  }

export function TextField({
  value,
  onChange,
  type = 'text',
  id,
  label,
  hint,
  error,
  optional = false,
  ...native
}: Props) {
  const field = { id, label, hint, error, optional }
  return (
    <FieldFrame field={field}>
      <input
        {...native}
        {...fieldState(field)}
        className="wk-field__input"
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  )
}
