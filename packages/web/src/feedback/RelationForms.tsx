import './form.css'
import { useQuery } from '@tanstack/react-query'
import type {
  FormAnswered,
  FormInvitation,
  RelationForms as Forms,
} from '@weerklank/core/feedback/form-invitation.contract'
import { goesOn } from '@weerklank/core/relation/relation'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { dayInSentence } from '@weerklank/core/shared/day-words'
import { useState } from 'react'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Fold } from '../ui/Fold.tsx'
import { notify } from '../ui/notices.ts'
import { PageState } from '../ui/PageState.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { FormAnswer } from './FormAnswer.tsx'
import { FormAsk } from './FormAsk.tsx'
import { type MadeForm, relationFormsQuery, useNewFormLink, useRevokeForm } from './form.queries.ts'
import { formText } from './form.text.ts'

type Props = { relation: RelationDetails; seen: Seen }

/** Forms of a collaboration: what was asked, what came in, and asking one. */
export function RelationForms({ relation, seen }: Props) {
  const text = useText(formText)
  const query = useQuery(relationFormsQuery(relation.id))
  const asked = query.data?.invitations ?? []
  const waiting = asked.filter(isWaiting)
  const answered = Math.max(
    asked.filter(({ status }) => status === 'answered').length,
    query.data?.answers.length ?? 0,
  )
  return (
    <Fold
      title={text.title}
      state={query.data === undefined ? '' : text.state(waiting.length, answered)}
      asks={waiting.length > 0 || query.error !== null}
      onPaper
    >
      <p className="wk-muted wk-small">{text.intro}</p>
      <PageState query={query}>{(forms) => <Lists {...{ relation, seen, forms }} />}</PageState>
    </Fold>
  )
}

const isWaiting = ({ status }: FormInvitation) => status === 'open' || status === 'expired'

function Lists({ relation, seen, forms }: Props & { forms: Forms }) {
  const text = useText(formText)
  const [asking, setAsking] = useState<{ key: number; made?: MadeForm | undefined } | null>(null)
  const mayAsk = relation.mayChange && goesOn(relation) && forms.toAsk.length > 0
  const { answers, invitations } = forms
  const read = new Set(
    answers.map(({ participant, form, answeredAt }) => `${participant} ${form} ${answeredAt}`),
  )
  const waiting = invitations.filter(isWaiting)
  // That it was answered is known also where the answer is not hers to read.
  const apart = invitations.filter(
    (one) =>
      one.status === 'answered' &&
      !answers.some((answer) => answer.participant === one.participant && answer.form === one.form),
  )
  const close = () => setAsking(null)
  return (
    <>
      {read.size === 0 && waiting.length === 0 && apart.length === 0 && (
        <p className="wk-muted wk-section__empty">{text.none}</p>
      )}
      <ul className="wk-lines">
        {waiting.map((one) => (
          <Waiting
            key={one.id}
            {...{ relation, seen, one, mayAsk: relation.mayChange }}
            onMade={(made) => setAsking({ key: Date.now(), made })}
          />
        ))}
        {answers.map((one) => (
          <Answered key={one.id} {...{ relation, seen, one }} />
        ))}
        {apart.map((one) => (
          <li key={one.id}>
            <Head {...{ relation, one }} />
            <p className="wk-muted wk-small">{text.apart(dayInSentence(one.sentAt, seen))}</p>
          </li>
        ))}
      </ul>
      {mayAsk && (
        <p className="wk-no-print">
          <Button icon="qr" onClick={() => setAsking({ key: Date.now() })}>
            {text.ask}
          </Button>
        </p>
      )}
      <Dialog open={asking !== null} title={text.ask} onClose={close}>
        {asking !== null && (
          <FormAsk key={asking.key} {...{ relation, seen, made: asking.made }} onClose={close} />
        )}
      </Dialog>
    </>
  )
}

function Head({
  relation,
  one,
}: {
  relation: RelationDetails
  one: Pick<FormAnswered, 'title' | 'participant'>
}) {
  const name = relation.participants.find(({ id }) => id === one.participant)?.name ?? ''
  return (
    <p>
      <strong>{one.title}</strong> · {name}
    </p>
  )
}

type WaitingProps = Props & { one: FormInvitation; mayAsk: boolean; onMade: (made: MadeForm) => void }

function Waiting({ relation, seen, one, mayAsk, onMade }: WaitingProps) {
  const text = useText(formText)
  const newLink = useNewFormLink(relation.id)
  const revoke = useRevokeForm(relation.id)
  const name = relation.participants.find(({ id }) => id === one.participant)?.name ?? ''
  const day = dayInSentence(one.sentAt, seen)
  async function handleNew() {
    try {
      onMade(await newLink.mutateAsync(one.id))
    } catch {
      notify({ text: text.failed })
    }
  }
  async function handleRevoke() {
    try {
      await revoke.mutateAsync(one.id)
      notify({ text: text.revoked(name) })
    } catch {
      notify({ text: text.failed })
    }
  }
  return (
    <li>
      <Head {...{ relation, one }} />
      <p className="wk-muted wk-small">{one.status === 'open' ? text.waiting(day) : text.expired(day)}</p>
      {mayAsk && (
        <div className="wk-actions wk-no-print">
          <Button icon="link" busy={newLink.isPending} onClick={handleNew}>
            {text.newLink}
          </Button>
          <Button variant="quiet" busy={revoke.isPending} onClick={handleRevoke}>
            {text.revoke}
          </Button>
        </div>
      )}
    </li>
  )
}

function Answered({ relation, seen, one }: Props & { one: FormAnswered }) {
  const text = useText(formText)
  const [open, setOpen] = useState(false)
  const typist = relation.participants.find(({ member }) => member === one.enteredBy)?.name
  const name = relation.participants.find(({ id }) => id === one.participant)?.name ?? ''
  return (
    <li>
      <Head {...{ relation, one }} />
      <p className="wk-muted wk-small">
        {text.answered(dayInSentence(one.answeredAt, seen))}
        {one.enteredBy !== undefined && ` ${text.onPaper(typist ?? null)}`}
      </p>
      <p className="wk-no-print">
        <TextButton
          aria-expanded={open}
          aria-label={text.readOf(one.title, name)}
          onClick={() => setOpen(!open)}
        >
          {text.read}
        </TextButton>
      </p>
      {open && <FormAnswer relation={relation.id} answer={one.id} />}
    </li>
  )
}
