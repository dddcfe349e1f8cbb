import { useText } from '../language/use-text.ts'
import { FieldFrame } from '../ui/FieldFrame.tsx'
import { fieldState } from '../ui/field.ts'
import { libraryText } from './library.text.ts'

type Props<One extends string> = {
  id: string
  label: string
  /** Null: it does not matter. */
  value: One | null
  known: readonly One[]
  word: (one: One) => string
  onChange: (value: One | null) => void
}

/** One of a closed list, or none of them. */
export function OneChoice<One extends string>({ id, label, value, known, word, onChange }: Props<One>) {
  const text = useText(libraryText)
  const field = { id, label, optional: false }
  return (
    <FieldFrame field={field}>
      <select
        {...fieldState(field)}
        className="wk-field__input"
        value={value ?? ''}
        onChange={(event) => onChange(known.find((one) => one === event.target.value) ?? null)}
      >
        <option value="">{text.any}</option>
        {known.map((one) => (
          <option key={one} value={one}>
            {word(one)}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
