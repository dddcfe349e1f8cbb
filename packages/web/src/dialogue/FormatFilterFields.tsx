import { useText } from '../language/use-text.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { formatText } from './format.text.ts'
import type { FormatFilter } from './format-filter.ts'

type Props = { filter: FormatFilter; onChange: (filter: FormatFilter) => void }

const fields = ['minutes', 'people', 'client', 'safety', 'whose'] as const

/** What one has: time, people, a client who is there, how safe it is. */
export function FormatFilterFields({ filter, onChange }: Props) {
  const text = useText(formatText)
  return (
    <search className="wk-formats__filter wk-no-print">
      <TextField
        id="vorm-zoeken"
        type="search"
        label={text.search}
        maxLength={100}
        autoComplete="off"
        value={filter.words}
        onChange={(words) => onChange({ ...filter, words })}
      />
      {fields.map((field) => (
        <SelectField
          key={field}
          id={`vorm-${field}`}
          label={text[field]}
          value={filter[field]}
          options={optionsOf(text[`${field}Options`])}
          onChange={(value) => onChange({ ...filter, [field]: value })}
        />
      ))}
    </search>
  )
}

function optionsOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}
