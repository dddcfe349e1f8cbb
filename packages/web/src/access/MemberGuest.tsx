import type { Invited } from '@weerklank/core/access/members.contract'
import { type Voice, voices } from '@weerklank/core/relation/relation'
import { type SubmitEvent, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { MemberLink } from './MemberLink.tsx'
import { useInviteGuest } from './members.actions.ts'
import { membersText } from './members.text.ts'

type Props = {
  relation: string
  /** The word for a voice, of the relation room. */
  voiceWord: (voice: Voice) => string
  open: boolean
  onClose: () => void
}

/** Lets someone of another organisation take part. What was typed stays when the dialog is closed by accident. */
export function MemberGuest({ relation, voiceWord, open, onClose }: Props) {
  const text = useText(membersText)
  const [draft, setDraft] = useState(emptyDraft)
  const [attempt, setAttempt] = useState(0)
  const [told, setTold] = useState<{ name: string; invited: Invited } | null>(null)
  const invite = useInviteGuest(relation)
  const problems = problemsOf(draft)
  const hasEnded = invite.error instanceof ApiError && invite.error.fields.email === 'ended'

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    const [first] = problems
    if (first !== undefined) return document.getElementById(fields[first])?.focus()
    const { voice, ...rest } = draft
    if (voice === null) return
    try {
      const { invited } = await invite.mutateAsync({ ...rest, voice })
      setTold({ name: draft.name, invited })
    } catch {
      document.getElementById(fields.email)?.focus()
    }
  }
  function handleClose() {
    if (told !== null) {
      setTold(null)
      setDraft(emptyDraft())
      setAttempt(0)
    }
    onClose()
  }
  const wrong = (field: Field, message: string) =>
    attempt > 0 && problems.includes(field) ? message : undefined
  return (
    <Dialog open={open} title={told === null ? text.guest : text.linkTitle(told.name)} onClose={handleClose}>
      {told !== null ? (
        <MemberLink {...told} onClose={handleClose} />
      ) : (
        <form className="wk-stack" noValidate onSubmit={handleSubmit}>
          <p className="wk-muted">{text.guestIntro}</p>
          {(['name', 'organisation', 'email'] as const).map((field) => (
            <TextField
              key={field}
              id={fields[field]}
              type={field === 'email' ? 'email' : 'text'}
              autoComplete="off"
              label={text[field]}
              error={field === 'email' && hasEnded ? text.emailEnded : wrong(field, text[`${field}Missing`])}
              maxLength={field === 'email' ? 254 : 80}
              value={draft[field]}
              onChange={(value) => {
                invite.reset()
                setDraft({ ...draft, [field]: value })
              }}
            />
          ))}
          <SelectField
            id={fields.voice}
            label={text.voice}
            error={wrong('voice', text.voiceMissing)}
            value={draft.voice}
            options={voices.map((voice) => ({ value: voice, label: voiceWord(voice) }))}
            onChange={(voice) => setDraft({ ...draft, voice })}
          />
          <FormEnd error={hasEnded ? undefined : invite.error?.message} busy={invite.isPending}>
            {text.guestInvite}
          </FormEnd>
        </form>
      )}
    </Dialog>
  )
}

const fields = { name: 'gast-naam', organisation: 'gast-organisatie', email: 'gast-mail', voice: 'gast-stem' }
type Field = keyof typeof fields
type Draft = { id: string; name: string; organisation: string; email: string; voice: Voice | null }

const emptyDraft = (): Draft => ({ id: newId(), name: '', organisation: '', email: '', voice: null })

/** The fields that are not right yet, in their order on the screen. */
function problemsOf({ name, organisation, email, voice }: Draft): Field[] {
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(organisation.trim() === '' ? (['organisation'] as const) : []),
    ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? [] : (['email'] as const)),
    ...(voice === null ? (['voice'] as const) : []),
  ]
}
