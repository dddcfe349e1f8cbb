import type { TextareaHTMLAttributes } from 'react'
import { FieldFrame } from './FieldFrame.tsx'
import { type FieldBase, fieldState } from './field.ts'

type Native = Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'lang' | 'maxLength' | 'onBlur' | 'rows'>

type Props = FieldBase & Native & { value: string; onChange: (value: string) => void }

export function TextArea({
  value,
  onChange,
  id,
  label,
  hint,
  error,
  optional = false,
  rows = 3,
  ...native
}: Props) {
  const field = { id, label, hint, error, optional }
  return (
    <FieldFrame field={field}>
      <textarea
        {...native}
        {...fieldState(field)}
        className="wk-field__input"
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  )
}
