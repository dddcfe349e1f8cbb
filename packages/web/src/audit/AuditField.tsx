import { FieldFrame } from '../ui/FieldFrame.tsx'

type Props = {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  /** What leaving it open means; with the ways to choose from. Without: a day. */
  all?: string
  options?: readonly { value: string; label: string }[]
}

/** A condition of the search, that can be left open. */
export function AuditField({ id, label, value, onChange, all, options }: Props) {
  const shared = { id, name: id, className: 'wk-field__input', value }
  return (
    <FieldFrame field={{ id, label }}>
      {options === undefined ? (
        <input {...shared} type="date" onChange={(event) => onChange(event.target.value)} />
      ) : (
        <select {...shared} onChange={(event) => onChange(event.target.value)}>
          <option value="">{all}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
