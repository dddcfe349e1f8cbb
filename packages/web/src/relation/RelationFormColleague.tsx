import { useQuery } from '@tanstack/react-query'
import { useMe } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { SelectField } from '../ui/SelectField.tsx'
import type { PersonDraft } from './relation-form.draft.ts'
import { colleaguesQuery } from './relation-form.queries.ts'
import type { PersonChange } from './relation-form.reducer.ts'
import { type Form, fieldId, type ProblemWords } from './relation-form.state.ts'
import { relationFormText } from './relation-form.text.ts'

type Props = {
  form: Form
  words: ProblemWords
  person: PersonDraft
  onChange: (change: PersonChange) => void
}

/** A colleague is chosen, not typed. Once kept she stays who she is: another colleague is another person. */
export function RelationFormColleague({ form, words, person, onChange }: Props) {
  const text = useText(relationFormText)
  const me = useMe().member.id
  const { data = [] } = useQuery(colleaguesQuery)
  const id = fieldId('member', person.id)
  if (person.known) {
    return (
      <div className="wk-field">
        <p className="wk-field__label" id={fieldId('name', person.id)} tabIndex={-1}>
          {person.name}
        </p>
        <p className="wk-field__hint">{text.colleagueKnown}</p>
      </div>
    )
  }
  const others = form.state.draft.people.filter((one) => one !== person)
  const taken = new Set([me, ...others.flatMap(({ colleague }) => colleague?.member ?? [])])
  const chosen = person.colleague?.member ?? null
  function handleChange(member: string | null) {
    const name = data.find((one) => one.id === member)?.name ?? ''
    onChange({ colleague: { member }, name })
  }
  return (
    <SelectField<string>
      id={id}
      label={text.colleague}
      hint={text.colleagueHint}
      error={words.errorAt('member', person.id) ?? words.errorAt('name', person.id)}
      value={chosen}
      options={data
        .filter((one) => !taken.has(one.id))
        .map(({ id: value, name }) => ({ value, label: name }))}
      onChange={handleChange}
    />
  )
}
