import { useText } from '../language/use-text.ts'
import { FieldFrame } from './FieldFrame.tsx'
import { type FieldBase, fieldState } from './field.ts'
import { uiText } from './ui.text.ts'

export type Option<Value extends string> = { value: Value; label: string; hint?: string }

type Props<Value extends string> = FieldBase & {
  /** Null: nothing chosen yet, or none of them. */
  value: Value | null
  /** What the empty choice says; usually that there is something to choose. */
  none?: string
  options: readonly Option<Value>[]
  onChange: (value: Value | null) => void
}

export function SelectField<Value extends string>(props: Props<Value>) {
  const text = useText(uiText)
  const { value, none = text.choose, options, onChange } = props
  function handleChange(chosen: string) {
    onChange(options.find((option) => option.value === chosen)?.value ?? null)
  }
  return (
    <FieldFrame field={props}>
      <select
        {...fieldState(props)}
        className="wk-field__input"
        value={value ?? ''}
        onChange={(event) => handleChange(event.target.value)}
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
