import type { FormItem } from '@weerklank/core/feedback/form'
import type { FormValue } from '@weerklank/core/feedback/form.value'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { TextField } from '../ui/TextField.tsx'
import { formBuildText } from './form-build.text.ts'
import { partId } from './form-build.ts'
import { readNumber } from './form-number.ts'

type Props = { item: FormItem; onChange: (make: (item: FormItem) => FormItem, key: string) => void }

/** The least and the most of a number, and its unit. */
export function FormBuildLimits({ item, onChange }: Props) {
  const text = useText(formBuildText)
  const { kind, linkId, units } = item
  if (kind !== 'integer' && kind !== 'decimal' && kind !== 'quantity') return null
  return (
    <div className="wk-build__pair">
      {kind === 'quantity' ? (
        <TextField
          id={partId('eenheid', linkId)}
          label={text.unit}
          maxLength={100}
          autoComplete="off"
          value={units?.[0]?.unit ?? ''}
          onChange={(unit) => onChange((one) => ({ ...one, units: [{ unit }] }), 'eenheid')}
        />
      ) : (
        (['min', 'max'] as const).map((end) => (
          <NumberField
            key={end}
            id={partId(end, linkId)}
            label={end === 'min' ? text.least : text.most}
            isWhole={kind === 'integer'}
            value={numberOf(item[end])}
            onChange={(value) => onChange((one) => withEnd(one, { end, kind, value }), end)}
          />
        ))
      )}
    </div>
  )
}

const numberOf = (value: FormValue | undefined) =>
  value?.kind === 'integer' || value?.kind === 'decimal' ? value.value : null

type End = { end: 'min' | 'max'; kind: 'integer' | 'decimal'; value: number | null }

function withEnd(item: FormItem, { end, kind, value }: End): FormItem {
  const { [end]: _, ...rest } = item
  return value === null ? rest : { ...rest, [end]: { kind, value } }
}

type NumberProps = {
  id: string
  label: string
  value: number | null
  isWhole?: boolean
  onChange: (value: number | null) => void
}

/** A number with a comma or a dot; what is no number yet stays in the field and is not kept. */
export function NumberField({ id, label, value, isWhole = false, onChange }: NumberProps) {
  const [typed, setTyped] = useState(() => (value === null ? '' : String(value)))
  // Undo and others change the number from outside.
  const shown = readNumber(typed, isWhole) === value ? typed : value === null ? typed : String(value)
  return (
    <TextField
      id={id}
      label={label}
      optional
      inputMode="decimal"
      autoComplete="off"
      maxLength={12}
      value={shown}
      onChange={(words) => {
        setTyped(words)
        onChange(readNumber(words, isWhole))
      }}
    />
  )
}
