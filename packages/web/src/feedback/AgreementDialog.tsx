import type { Participant } from '@weerklank/core/relation/relation.contract'
import { type SubmitEvent, useState } from 'react'
import { useMe } from '../access/access.ts'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { AgreementWho } from './AgreementWho.tsx'
import { agreementText } from './agreement.text.ts'
import { whoAgrees } from './agreement-who.ts'
import { useAgree } from './check.actions.ts'

type Props = {
  relation: string
  participants: readonly Participant[]
  /** With whom the talk was: she and the one who writes are ticked to begin with. */
  person: Participant
  /** Who else it is about, by id, such as the other voice of a difference: ticked too. */
  others?: readonly string[]
  /** Signals that this agreement closes. */
  signals: readonly string[]
  open: boolean
  onClose: () => void
  /** It was kept. */
  onSaved?: () => void
}

/** What was agreed, by whom, and whether to ask it back. The draft stays when the dialog is closed by accident. */
export function AgreementDialog({
  relation,
  participants,
  signals,
  open,
  onClose,
  onSaved,
  ...about
}: Props) {
  const text = useText(agreementText)
  const { id: me } = useMe().member
  const [draft, setDraft] = useState(() => newDraft(participants, about, me))
  const [attempt, setAttempt] = useState(0)
  const agree = useAgree(relation)
  const problems = problemsOf(draft)

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    const [first] = problems
    if (first !== undefined) return document.getElementById(first)?.focus()
    try {
      await agree.mutateAsync({ ...draft, signals: signals.slice(0, 20) })
    } catch {
      // Said in the dialog, where the draft still stands.
      return
    }
    notify({ text: text.saved })
    setDraft(newDraft(participants, about, me))
    setAttempt(0)
    onSaved?.()
    onClose()
  }

  const wrong = (field: string, message: string) =>
    attempt > 0 && problems.includes(field) ? message : undefined
  return (
    <Dialog open={open} title={text.make} onClose={onClose}>
      <form className="wk-stack" noValidate onSubmit={handleSubmit}>
        <p className="wk-muted">{text.makeIntro}</p>
        <TextArea
          id={fields.text}
          label={text.text}
          hint={text.textHint}
          error={wrong(fields.text, text.textMissing)}
          maxLength={300}
          value={draft.text}
          onChange={(value) => setDraft({ ...draft, text: value })}
        />
        <AgreementWho
          id={fields.who}
          people={participants.filter(({ active }) => active)}
          chosen={draft.participants}
          error={wrong(fields.who, text.whoMissing)}
          onChange={(chosen) => setDraft({ ...draft, participants: chosen })}
        />
        <CheckboxField
          id="afspraak-terugvragen"
          label={text.askBack}
          hint={text.askBackHint}
          checked={draft.askBack}
          onChange={(askBack) => setDraft({ ...draft, askBack })}
        />
        <FormEnd error={agree.error?.message} busy={agree.isPending}>
          {text.save}
        </FormEnd>
      </form>
    </Dialog>
  )
}

const fields = { text: 'afspraak-tekst', who: 'afspraak-wie' }

type Draft = { id: string; text: string; participants: string[]; askBack: boolean }

function newDraft(
  participants: readonly Participant[],
  about: Pick<Props, 'person' | 'others'>,
  me: string,
): Draft {
  return { id: newId(), text: '', participants: whoAgrees(participants, about, me), askBack: true }
}

/** The fields that are not right yet, in their order on the screen. */
function problemsOf({ text, participants }: Draft): string[] {
  return [...(text.trim() === '' ? [fields.text] : []), ...(participants.length === 0 ? [fields.who] : [])]
}
