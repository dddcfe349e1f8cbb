import { useState } from 'react'
import type { FieldBase } from '../ui/field.ts'
import { TextField } from '../ui/TextField.tsx'

type Props = FieldBase & { value: number; min: number; max: number; onChange: (value: number) => void }

/** A whole number. What is typed stays as it is until one leaves the field; only a number within the bounds counts. */
export function NumberField({ value, min, max, onChange, ...field }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  function handleChange(text: string) {
    setTyped(text)
    const number = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : Number.NaN
    if (number >= min && number <= max) onChange(number)
  }
  return (
    <TextField
      {...field}
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      value={typed ?? String(value)}
      onChange={handleChange}
      onBlur={() => setTyped(null)}
    />
  )
}
