import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useMe } from '../access/access.ts'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { FieldError } from '../ui/FieldError.tsx'
import { notify } from '../ui/notices.ts'
import { RelationFormPerson } from './RelationFormPerson.tsx'
import { emptyColleague, emptyPerson, type PersonDraft } from './relation-form.draft.ts'
import { colleaguesQuery } from './relation-form.queries.ts'
import { type Form, fieldId, type ProblemWords } from './relation-form.state.ts'
import { relationFormText } from './relation-form.text.ts'

type Props = { form: Form; words: ProblemWords; left: readonly PersonDraft[] }

/** The people one works with: add, change, take out. */
export function RelationFormPeople({ form, words, left }: Props) {
  const text = useText(relationFormText)
  const { people } = form.state.draft
  const { add, remove } = usePeople(form)
  const id = fieldId('participants')
  const error = words.errorAt('participants')
  return (
    <fieldset
      className="wk-relation-people"
      aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
    >
      <legend className="wk-field__label">{text.people}</legend>
      <p className="wk-field__hint" id={`${id}-hint`}>
        {text.peopleHint}
      </p>
      <FieldError id={id}>{error}</FieldError>
      {people.length > 0 && (
        <ul className="wk-lines">
          {people.map((person, index) => (
            <li key={person.id}>
              <RelationFormPerson
                form={form}
                words={words}
                person={person}
                number={index + 1}
                onRemove={() => remove(person)}
              />
            </li>
          ))}
        </ul>
      )}
      <AddButtons
        form={form}
        onAdd={add}
        left={left.filter((one) => people.every((person) => person.id !== one.id))}
      />
    </fieldset>
  )
}

/** Adds and takes out, and leads the focus to where one goes on. */
function usePeople({ state, dispatch }: Form) {
  const text = useText(relationFormText)
  const [focus, setFocus] = useState<string | null>(null)
  useEffect(() => {
    if (focus === null) return
    document.getElementById(focus)?.focus()
    setFocus(null)
  }, [focus])

  function add(person: PersonDraft) {
    dispatch({ type: 'person-added', person })
    setFocus(fieldId(person.colleague === null || person.known ? 'name' : 'member', person.id))
  }

  function remove(person: PersonDraft) {
    const { people } = state.draft
    const at = people.indexOf(person)
    const next = people[at + 1] ?? people[at - 1]
    dispatch({ type: 'person-removed', id: person.id })
    setFocus(next === undefined ? fieldId('participants') : next.id)
    const who = person.name.trim() === '' ? text.personLegend(at + 1) : person.name.trim()
    notify({
      text: person.known ? text.removedKnown(who) : text.removed(who),
      undo: () => {
        dispatch({ type: 'person-added', person, at })
        setFocus(person.id)
      },
    })
  }

  return { add, remove }
}

type AddProps = { form: Form; left: readonly PersonDraft[]; onAdd: (person: PersonDraft) => void }

function AddButtons({ form, left, onAdd }: AddProps) {
  const text = useText(relationFormText)
  const language = useLanguage()
  const colleagues = useColleaguesLeft(form)
  return (
    <div className="wk-stack wk-stack--tight">
      <div className="wk-actions">
        <Button
          id={fieldId('participants')}
          icon="plus"
          onClick={() => onAdd(emptyPerson(newId(), language))}
        >
          {text.add}
        </Button>
        {colleagues.some && (
          <Button icon="plus" onClick={() => onAdd(emptyColleague(newId(), language))}>
            {text.addColleague}
          </Button>
        )}
      </div>
      {colleagues.failed && (
        <div className="wk-row wk-small">
          <p>{text.membersFailed}</p>
          <Button variant="quiet" onClick={colleagues.retry}>
            {text.membersRetry}
          </Button>
        </div>
      )}
      {left.length > 0 && (
        <div className="wk-row wk-small">
          <p className="wk-muted">{text.left}</p>
          {left.map((person) => (
            <Button key={person.id} variant="quiet" icon="return" onClick={() => onAdd(person)}>
              {text.addAgain(person.name)}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

/** Whether a colleague can still be added. */
function useColleaguesLeft({ state }: Form) {
  const me = useMe().member.id
  const query = useQuery(colleaguesQuery)
  const taken = new Set([me, ...state.draft.people.map(({ colleague }) => colleague?.member)])
  return {
    some: query.data?.some(({ id }) => !taken.has(id)) === true,
    failed: query.isError,
    retry: () => void query.refetch(),
  }
}
