import './form.css'
import { useQuery } from '@tanstack/react-query'
import type { FormToAsk } from '@weerklank/core/feedback/form-invitation.contract'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { type SubmitEvent, useState } from 'react'
import { useMe } from '../access/access.ts'
import { newId } from '../api/new-id.ts'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { useRelationWords } from '../relation/relation.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { PageState } from '../ui/PageState.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { peopleToAsk } from './check-people.ts'
import { FormLink } from './FormLink.tsx'
import { type MadeForm, relationFormsQuery, useAskForm } from './form.queries.ts'
import { formText } from './form.text.ts'

type Props = {
  relation: RelationDetails
  seen: Seen
  onClose: () => void
  /** A link that was made already, to show at once. */
  made?: MadeForm | undefined
}

/** Asks someone to fill in a form: whom and which, then the link to scan or to send. */
export function FormAsk({ relation, seen, onClose, made }: Props) {
  const text = useText(formText)
  const query = useQuery(relationFormsQuery(relation.id))
  const [link, setLink] = useState(made)
  if (link !== undefined) return <FormLink {...{ relation, seen, made: link, onMade: setLink, onClose }} />
  return (
    <PageState query={query} isEmpty={({ toAsk }) => toAsk.length === 0} empty={<p>{text.noForms}</p>}>
      {({ toAsk }) => <Choose {...{ relation, toAsk, onMade: setLink }} />}
    </PageState>
  )
}

type ChooseProps = {
  relation: RelationDetails
  toAsk: readonly FormToAsk[]
  onMade: (made: MadeForm) => void
}

function Choose({ relation, toAsk, onMade }: ChooseProps) {
  const text = useText(formText)
  const { voice } = useRelationWords()
  const people = peopleToAsk(relation.participants, useMe().member.id)
  // Made when it opens: pressing twice makes one invitation.
  const [id, setId] = useState(newId)
  const [participant, setParticipant] = useState(people[0]?.id ?? '')
  const [form, setForm] = useState<string>(toAsk[0]?.id ?? '')
  const ask = useAskForm(relation.id)
  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    try {
      onMade(await ask.mutateAsync({ id, participant, form }))
    } catch {
      // Said below. Another try may be about someone else.
      setId(newId())
    }
  }
  if (people.length === 0) return <p>{text.nobody}</p>
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <p className="wk-muted">{text.askIntro}</p>
      <RadioGroup
        id="lijst-wie"
        label={text.who}
        value={participant}
        options={people.map((person) => ({
          value: person.id as string,
          label: `${person.name} (${voice(person.voice)})`,
        }))}
        onChange={setParticipant}
      />
      <SelectField
        id="lijst-welke"
        label={text.which}
        value={form}
        options={toAsk.map((one) => ({
          value: one.id as string,
          label: `${one.title} (${text.questions(one.questions)})`,
        }))}
        onChange={(value) => setForm(value ?? '')}
      />
      <FormEnd error={ask.error?.message} busy={ask.isPending} icon="qr">
        {text.make}
      </FormEnd>
    </form>
  )
}
