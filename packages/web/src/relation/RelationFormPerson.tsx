import { voiceFamily, voices } from '@weerklank/core/relation/relation'
import { addressForms, respondLanguages } from '@weerklank/core/shared/language'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { VoiceBadge } from '../ui/VoiceBadge.tsx'
import { RelationFormColleague } from './RelationFormColleague.tsx'
import { useRelationWords } from './relation.ts'
import { addressOf, type PersonDraft } from './relation-form.draft.ts'
import type { PersonChange } from './relation-form.reducer.ts'
import { type Form, fieldId, type ProblemWords } from './relation-form.state.ts'
import { relationFormText } from './relation-form.text.ts'

type Props = {
  form: Form
  words: ProblemWords
  person: PersonDraft
  /** Place in the list, for who has no name yet. */
  number: number
  onRemove: () => void
}

export function RelationFormPerson({ form, words, person, number, onRemove }: Props) {
  const text = useText(relationFormText)
  const say = useRelationWords()
  const name = person.name.trim()
  const who = name === '' ? text.personLegend(number) : name
  const change = (change: PersonChange) => form.dispatch({ type: 'person-changed', id: person.id, change })
  return (
    <fieldset className="wk-relation-person" id={person.id} tabIndex={-1}>
      <legend className="wk-relation-person__legend">
        {person.voice !== null && name !== '' && (
          <VoiceBadge family={voiceFamily(person.voice)} name={name} size="small" />
        )}
        {who}
      </legend>
      <div className="wk-relation-person__fields">
        {person.colleague === null ? (
          <TextField
            id={fieldId('name', person.id)}
            label={text.name}
            error={words.errorAt('name', person.id)}
            value={person.name}
            autoComplete="off"
            spellCheck={false}
            onChange={(value) => change({ name: value })}
          />
        ) : (
          <RelationFormColleague form={form} words={words} person={person} onChange={change} />
        )}
        <SelectField
          id={fieldId('voice', person.id)}
          label={text.voice}
          error={words.errorAt('voice', person.id)}
          value={person.voice}
          options={voices.map((value) => ({ value, label: sentenceStart(say.voice(value)) }))}
          onChange={(value) => change({ voice: value })}
        />
        <TextField
          id={fieldId('detail', person.id)}
          label={text.detail}
          error={words.errorAt('detail', person.id)}
          optional
          value={person.detail}
          autoComplete="off"
          onChange={(value) => change({ detail: value })}
        />
      </div>
      <div className="wk-actions">
        <Button variant="quiet" icon="minus" onClick={onRemove}>
          {text.remove(who)}
        </Button>
        <Disclosure label={text.manner(addressOf(person), person.language)}>
          <Manner person={person} onChange={change} />
        </Disclosure>
      </div>
    </fieldset>
  )
}

/** Seldom changed, so folded away: the words on the outside say how it stands. */
function Manner({ person, onChange }: { person: PersonDraft; onChange: (change: PersonChange) => void }) {
  const text = useText(relationFormText)
  return (
    <div className="wk-relation-person__fields">
      <RadioGroup
        id={`${person.id}.address`}
        label={text.address}
        value={addressOf(person)}
        options={addressForms.map((value) => ({ value, label: text.addressOption[value] }))}
        onChange={(value) => onChange({ address: value })}
      />
      <RadioGroup
        id={`${person.id}.language`}
        label={text.language}
        hint={text.languageHint}
        value={person.language}
        options={respondLanguages.map((value) => ({ value, label: text.languageOption[value] }))}
        onChange={(value) => onChange({ language: value })}
      />
    </div>
  )
}
