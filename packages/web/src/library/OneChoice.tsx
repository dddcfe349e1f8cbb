import { useText } from '../language/use-text.ts'
import { SelectField } from '../ui/SelectField.tsx'
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
  const options = known.map((one) => ({ value: one, label: word(one) }))
  return <SelectField {...{ id, label, value, options, onChange }} none={text.any} />
}
