import type { RelationPerson } from '@weerklank/core/consent/person.contract'
import { type SubmitEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { TextField } from '../ui/TextField.tsx'
import { useEditPerson } from './consent.queries.ts'
import { consentPageText } from './consent-page.text.ts'
import { FamilyParent } from './FamilyParent.tsx'
import { familyText } from './family.text.ts'
import {
  ageShown,
  familyBody,
  familyDraft,
  familyProblems,
  fieldIds,
  type ParentDraft,
} from './family-draft.ts'

type Props = {
  relation: string
  person: RelationPerson
  people: readonly RelationPerson[]
  open: boolean
  onClose: () => void
}

/** As many as the server keeps. */
const parentsAtMost = 6

export function FamilyDialog({ open, ...props }: Props) {
  const text = useText(familyText)
  return (
    <Dialog open={open} title={text.title(props.person.name)} onClose={props.onClose}>
      <FamilyForm {...props} />
    </Dialog>
  )
}

function FamilyForm({ relation, person, people, onClose }: Omit<Props, 'open'>) {
  const text = useText(familyText)
  const { today } = useDaySeen(useNow())
  const [draft, setDraft] = useState(() => familyDraft(person))
  const [attempted, setAttempted] = useState(false)
  const edit = useEditPerson(relation)
  const problems = familyProblems(draft, today)
  const shown = attempted ? problems : []

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempted(true)
    const [first] = problems
    if (first !== undefined) return document.getElementById(first)?.focus()
    try {
      await edit.mutateAsync({ person: person.person, body: familyBody(draft) })
      notify({ text: text.saved })
      onClose()
    } catch {
      // Said at the end of the form, where what was typed still stands.
    }
  }

  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <p className="wk-muted">{text.why}</p>
      <TextField
        id={fieldIds.bornOn}
        type="date"
        optional
        label={text.bornOn}
        hint={text.bornOnHint}
        error={shown.includes(fieldIds.bornOn) ? text.bornOnWrong : undefined}
        value={draft.bornOn}
        onChange={(bornOn) => setDraft({ ...draft, bornOn })}
      />
      <Rule bornOn={draft.bornOn} />
      <Parents
        {...{ person, people, parents: draft.parents, problems: shown }}
        onChange={(parents) => setDraft({ ...draft, parents })}
      />
      <p className="wk-muted wk-small">{text.changes}</p>
      <FormEnd error={edit.error?.message} busy={edit.isPending}>
        {text.save}
      </FormEnd>
    </form>
  )
}

/** Who decides at this age, told while the day is filled in. */
function Rule({ bornOn }: { bornOn: string }) {
  const { rule } = useText(consentPageText)
  const { today } = useDaySeen(useNow())
  return (
    <p className="wk-small" role="status">
      {rule[ageShown(bornOn, today)?.band ?? 'alone']}
    </p>
  )
}

type ParentsProps = {
  person: RelationPerson
  people: readonly RelationPerson[]
  parents: readonly ParentDraft[]
  problems: readonly string[]
  onChange: (parents: readonly ParentDraft[]) => void
}

function Parents({ person, people, parents, problems, onChange }: ParentsProps) {
  const text = useText(familyText)
  const candidates = people.filter((one) => !one.isMember && one.person !== person.person)
  const taken = (key: string) => parents.filter((one) => one.key !== key).map(({ who }) => who)
  function handleAdd() {
    const isAnyLeft = candidates.some((one) => !parents.some(({ who }) => who === one.person))
    const who = isAnyLeft ? null : 'new'
    onChange([...parents, { key: newId(), who, name: '', authority: null }])
  }
  return (
    <fieldset className="wk-field">
      <legend className="wk-field__label">{text.parents}</legend>
      <p className="wk-field__hint">{text.parentsHint}</p>
      {parents.map((parent) => (
        <FamilyParent
          key={parent.key}
          parent={parent}
          isKnown={person.parents.some((one) => one.person === parent.key)}
          candidates={candidates.filter((one) => !taken(parent.key).includes(one.person))}
          problems={problems}
          onChange={(changed) => onChange(parents.map((one) => (one.key === parent.key ? changed : one)))}
          onRemove={() => onChange(parents.filter((one) => one.key !== parent.key))}
        />
      ))}
      {parents.length < parentsAtMost && (
        <div className="wk-actions">
          <Button icon="plus" onClick={handleAdd}>
            {text.add}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
