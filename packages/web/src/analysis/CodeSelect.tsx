import { FieldFrame } from '../ui/FieldFrame.tsx'
import { fieldState } from '../ui/field.ts'
import type { CodeLine } from './code-tree.ts'

type Props = {
  id: string
  label: string
  /** What choosing none says. */
  none: string
  lines: readonly CodeLine[]
  value: string | null
  onChange: (code: string | null) => void
}

/** One of the codes, with where it hangs. */
export function CodeSelect({ id, label, none, lines, value, onChange }: Props) {
  const field = { id, label }
  return (
    <FieldFrame field={field}>
      <select
        {...fieldState(field)}
        className="wk-field__input"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{none}</option>
        {lines.map(({ code, path }) => (
          <option key={code.id} value={code.id}>
            {path.join(' › ')}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
