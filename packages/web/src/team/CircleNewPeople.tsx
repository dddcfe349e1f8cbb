import { voices } from '@weerklank/core/relation/relation'
import { voiceWord } from '@weerklank/core/relation/relation.words'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { useMe } from '../access/access.ts'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { CircleColleague } from './CircleColleague.tsx'
import { CircleSideFields } from './CircleSideFields.tsx'
import { type DraftProps, emptyPerson, type PersonDraft } from './circle-draft.ts'
import { circleNewText } from './circle-new.text.ts'

/** Who belongs to it, with the sides each speaks from. Of a collaboration that is there only the sides are asked. */
export function CircleNewPeople({ draft, problem, onChange }: DraftProps & { problem: Error | null }) {
  const text = useText(circleNewText)
  const { people, sides } = draft
  const me = useMe().member.id
  const add = () => onChange({ ...draft, people: [...people, emptyPerson(newId())] })
  const change = (id: string, part: Partial<PersonDraft>) =>
    onChange({ ...draft, people: people.map((one) => (one.id === id ? { ...one, ...part } : one)) })
  const remove = (id: string) => onChange({ ...draft, people: people.filter((one) => one.id !== id) })
  return (
    <fieldset className="wk-circle-sides" id="circle-people" tabIndex={-1}>
      <legend>{text.people}</legend>
      <div className="wk-circle-side" id="circle-own" tabIndex={-1}>
        <p className="wk-circle-who">{text.own}</p>
        <CircleSideFields
          of="own"
          sides={sides}
          chosen={draft.own}
          onChange={(own) => onChange({ ...draft, own })}
        />
      </div>
      {people.map((person, at) => (
        <div key={person.id} className="wk-circle-side">
          <p className="wk-circle-who">{person.name.trim() || text.person(at + 1)}</p>
          {draft.from === 'new' && (
            <Named
              {...{ person, problem }}
              here={new Set([me, ...people.filter((one) => one !== person).map(({ member }) => member)])}
              onChange={(part) => change(person.id, part)}
            />
          )}
          <CircleSideFields
            of={person.id}
            sides={sides}
            chosen={person.sides}
            onChange={(chosen) => change(person.id, { sides: chosen })}
          />
          <Button variant="quiet" icon="minus" onClick={() => remove(person.id)}>
            {text.removePerson(person.name)}
          </Button>
        </div>
      ))}
      {draft.from === 'new' && (
        <div className="wk-actions">
          <Button icon="plus" onClick={add}>
            {text.addPerson}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

type NamedProps = {
  person: PersonDraft
  here: ReadonlySet<string | null>
  problem: Error | null
  onChange: (part: Partial<PersonDraft>) => void
}

function Named({ person, here, problem, onChange }: NamedProps) {
  const text = useText(circleNewText)
  const language = useLanguage()
  return (
    <>
      <CircleColleague
        id={`colleague-${person.id}`}
        {...{ here, problem }}
        member={person.member}
        onChange={(chosen) =>
          onChange(
            chosen === null
              ? { member: null }
              : { member: chosen.id, name: chosen.name, voice: person.voice ?? 'professional' },
          )
        }
      />
      <TextField
        id={`name-${person.id}`}
        label={text.personName}
        maxLength={80}
        value={person.name}
        onChange={(name) => onChange({ name })}
      />
      <SelectField
        id={`voice-${person.id}`}
        label={text.voice}
        value={person.voice}
        options={voices.map((value) => ({ value, label: sentenceStart(voiceWord(value, language)) }))}
        onChange={(voice) => onChange({ voice })}
      />
    </>
  )
}
