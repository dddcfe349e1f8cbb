import type { ConsentChoice, ConsentReceipt } from '@weerklank/core/consent/consent.contract'
import type { RelationPerson } from '@weerklank/core/consent/person.contract'
import { type SubmitEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { ConsentWording } from './ConsentWording.tsx'
import { useMakePersonLink, useRecordConsent } from './consent.queries.ts'
import { consentAskText } from './consent-ask.text.ts'
import {
  type AskDraft,
  type AskField,
  type AskWay,
  choiceUrl,
  emptyAsk,
  missingOf,
  needsConfirming,
  recordedOf,
} from './consent-ask.ts'
import type { MadeLink } from './OwnPageLink.tsx'

type Props = {
  relation: string
  person: RelationPerson
  choice: ConsentChoice
  onRecorded: (receipt: ConsentReceipt | null) => void
  onLink: (made: MadeLink) => void
}

const ids: Record<AskField, string> = { way: 'keuze-hoe', decider: 'keuze-wie', answer: 'keuze-antwoord' }
const ways: readonly AskWay[] = ['own-page', 'spoken', 'paper']

/** No answer stands ready, and yes and no look the same. The id is made when it opens: pressing twice is one word. */
export function ConsentAskForm({ relation, person, choice, onRecorded, onLink }: Props) {
  const text = useText(consentAskText)
  const [id] = useState(newId)
  const [draft, setDraft] = useState(() => emptyAsk(choice))
  const [attempted, setAttempted] = useState(false)
  const record = useRecordConsent(relation)
  const link = useMakePersonLink(relation)
  const missing = missingOf(draft)
  const decider = choice.deciders.find((one) => one.person === draft.decider)

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempted(true)
    const [first] = missing
    if (first !== undefined) return document.getElementById(ids[first])?.focus()
    const body = recordedOf(choice, draft)
    try {
      if (body !== null) {
        onRecorded((await record.mutateAsync({ person: person.person, body: { ...body, id } })).receipt)
      } else if (decider !== undefined) {
        const { url, expiresAt } = await link.mutateAsync(decider.person)
        const about = { person: person.person, decider: decider.person, purpose: choice.purpose }
        onLink({ name: decider.name, url: choiceUrl(url, about), expiresAt })
      }
    } catch {
      // Said at the end of the form, where what was chosen still stands.
    }
  }

  const wrong = (field: AskField, message: string) =>
    attempted && missing.includes(field) ? message : undefined
  const set = (part: Partial<AskDraft>) => setDraft({ ...draft, ...part })
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <Deciders
        choice={choice}
        value={draft.decider}
        error={wrong('decider', text.whoMissing)}
        onChange={(one) => set({ decider: one })}
      />
      {(decider !== undefined || choice.deciders.length === 0) && (
        <>
          <p className="wk-muted">{text.readTo(decider?.name ?? person.name)}</p>
          <ConsentWording text={decider?.text ?? choice.text} />
        </>
      )}
      {choice.deciders.length === 0 ? (
        <p>{text.noDecider}</p>
      ) : (
        <>
          <RadioGroup
            id={ids.way}
            label={text.how}
            error={wrong('way', text.howMissing)}
            value={draft.way}
            options={ways.map((value) => ({ value, label: text.ways[value] }))}
            onChange={(way) => set({ way })}
          />
          {draft.way !== null && draft.way !== 'own-page' && (
            <Answer
              choice={choice}
              decider={decider}
              value={draft.answer}
              error={wrong('answer', text.answerMissing)}
              onChange={(answer) => set({ answer })}
            />
          )}
          <FormEnd
            error={(record.error ?? link.error)?.message}
            busy={record.isPending || link.isPending}
            {...(draft.way === 'own-page' && { icon: 'qr' as const })}
          >
            {draft.way === 'own-page' ? text.makeLink : text.save}
          </FormEnd>
        </>
      )}
    </form>
  )
}

type FieldProps<Value> = {
  choice: ConsentChoice
  value: Value | null
  error: string | undefined
  onChange: (value: Value) => void
}

/** Asked only where more than one has a say. */
function Deciders({ choice, value, error, onChange }: FieldProps<string>) {
  const text = useText(consentAskText)
  if (choice.deciders.length < 2) return null
  return (
    <RadioGroup
      id={ids.decider}
      label={text.who}
      error={error}
      value={value}
      options={choice.deciders.map(({ person, name, as, assent }) => ({
        value: person as string,
        label: text.as[as](name),
        ...(assent && { hint: text.assent }),
      }))}
      onChange={onChange}
    />
  )
}

type DeciderProps = { decider: ConsentChoice['deciders'][number] | undefined }

function Answer({ choice, decider, value, error, onChange }: FieldProps<'yes' | 'no'> & DeciderProps) {
  const text = useText(consentAskText)
  const { wording } = decider?.text ?? choice.text
  return (
    <RadioGroup
      {...(decider !== undefined &&
        needsConfirming(choice, decider) && { hint: text.confirms(decider.name) })}
      id={ids.answer}
      label={wording.question}
      error={error}
      value={value}
      options={[
        { value: 'yes', label: wording.yes },
        { value: 'no', label: wording.no },
      ]}
      onChange={onChange}
    />
  )
}
