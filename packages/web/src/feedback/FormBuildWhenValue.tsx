import type { FormItem } from '@weerklank/core/feedback/form'
import { type FormValue, sameValue } from '@weerklank/core/feedback/form.value'
import { useText } from '../language/use-text.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { NumberField } from './FormBuildLimits.tsx'
import { formBuildText } from './form-build.text.ts'

type Props = { id: string; asked: FormItem; value: FormValue; onChange: (value: FormValue) => void }

/** The answer for which a condition waits, in the way the question is answered. */
export function FormBuildWhenValue({ id, asked, value, onChange }: Props) {
  const text = useText(formBuildText)
  const field = { id, label: text.whenValue }
  if (asked.options !== undefined) {
    const options = asked.options
    const at = options.findIndex((one) => sameValue(one.value, value))
    return (
      <SelectField
        {...field}
        value={at < 0 ? null : String(at)}
        options={options.map((one, i) => ({
          value: String(i),
          label: one.text.text.trim() || text.option(i + 1),
        }))}
        onChange={(chosen) => {
          const found = options[Number(chosen ?? -1)]
          if (found !== undefined) onChange(found.value)
        }}
      />
    )
  }
  if (asked.kind === 'boolean') {
    return (
      <SelectField
        {...field}
        value={value.value === true ? 'yes' : 'no'}
        options={(['yes', 'no'] as const).map((one) => ({ value: one, label: text[one] }))}
        onChange={(chosen) => onChange({ kind: 'boolean', value: chosen === 'yes' })}
      />
    )
  }
  if (asked.kind === 'integer' || asked.kind === 'decimal') {
    const { kind } = asked
    return (
      <NumberField
        {...field}
        isWhole={kind === 'integer'}
        value={value.kind === 'integer' || value.kind === 'decimal' ? value.value : null}
        onChange={(number) => number !== null && onChange({ kind, value: number })}
      />
    )
  }
  return (
    <TextField
      {...field}
      type={asked.kind === 'date' ? 'date' : 'text'}
      autoComplete="off"
      maxLength={400}
      value={typeof value.value === 'string' ? value.value : ''}
      onChange={(words) => onChange({ kind: asked.kind === 'date' ? 'date' : 'string', value: words })}
    />
  )
}
