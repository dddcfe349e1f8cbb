import type { ColleagueRole } from '@weerklank/core/access/members'
import type { Colleague, Invited } from '@weerklank/core/access/members.contract'
import { type SubmitEvent, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { TextField } from '../ui/TextField.tsx'
import { MemberLink } from './MemberLink.tsx'
import { MemberRoles } from './MemberRoles.tsx'
import { useInviteColleague } from './members.actions.ts'
import { membersText } from './members.text.ts'

type Props = {
  open: boolean
  /** Who was here before, to be let in again; empty for someone new. */
  known: Partial<Colleague>
  canMail: boolean
  onClose: () => void
}

/** Gives someone a place. What was typed stays when the dialog is closed by accident. */
export function MemberInvite({ open, known, canMail, onClose }: Props) {
  const text = useText(membersText)
  const [draft, setDraft] = useState(() => draftOf(known))
  const [attempt, setAttempt] = useState(0)
  const [told, setTold] = useState<{ name: string; invited: Invited } | null>(null)
  const invite = useInviteColleague()
  const problems = problemsOf(draft, refusedField(invite.error))

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    const [first] = problemsOf(draft, null)
    if (first !== undefined) return document.getElementById(fields[first])?.focus()
    try {
      const { invited } = await invite.mutateAsync(draft)
      setTold({ name: draft.name, invited })
    } catch {
      // Said at the field or at the end of the form, where the draft still stands.
      document.getElementById(fields.email)?.focus()
    }
  }
  function handleClose() {
    if (told !== null) {
      setTold(null)
      setDraft(draftOf({}))
      setAttempt(0)
    }
    onClose()
  }

  const wrong = (field: Field, message: string) =>
    attempt > 0 && problems.includes(field) ? message : undefined
  const emailProblem = refusedField(invite.error) === 'email' ? text.emailKnown : text.emailMissing
  return (
    <Dialog open={open} title={told === null ? text.invite : text.linkTitle(told.name)} onClose={handleClose}>
      {told !== null ? (
        <MemberLink {...told} onClose={handleClose} />
      ) : (
        <form className="wk-stack" noValidate onSubmit={handleSubmit}>
          <p className="wk-muted">{canMail ? text.inviteIntroMail : text.inviteIntroLink}</p>
          <TextField
            id={fields.name}
            label={text.name}
            hint={text.nameHint}
            error={wrong('name', text.nameMissing)}
            maxLength={80}
            value={draft.name}
            onChange={(name) => setDraft({ ...draft, name })}
          />
          <TextField
            id={fields.email}
            type="email"
            autoComplete="off"
            label={text.email}
            error={wrong('email', emailProblem)}
            value={draft.email}
            onChange={(email) => {
              invite.reset()
              setDraft({ ...draft, email })
            }}
          />
          <MemberRoles
            id={fields.roles}
            chosen={draft.roles}
            error={wrong('roles', text.rolesMissing)}
            onChange={(roles) => setDraft({ ...draft, roles })}
          />
          <FormEnd
            error={refusedField(invite.error) === null ? invite.error?.message : undefined}
            busy={invite.isPending}
          >
            {text.invite}
          </FormEnd>
        </form>
      )}
    </Dialog>
  )
}

const fields = { name: 'mens-naam', email: 'mens-mail', roles: 'mens-rollen' }
type Field = keyof typeof fields
type Draft = { name: string; email: string; roles: ColleagueRole[] }

function draftOf({ name = '', email = '', roles = [] }: Partial<Colleague>): Draft {
  const kept = roles.filter((role): role is ColleagueRole => role !== 'guest')
  return { name, email, roles: kept.length > 0 ? kept : ['professional'] }
}

/** The field that the server would not take, where it says so. */
function refusedField(error: Error | null): 'email' | null {
  return error instanceof ApiError && error.fields.email !== undefined ? 'email' : null
}

function problemsOf({ name, email, roles }: Draft, refused: Field | null): Field[] {
  const looksRight = /^\S+@\S+\.\S+$/.test(email.trim())
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(!looksRight || refused === 'email' ? (['email'] as const) : []),
    ...(roles.length === 0 ? (['roles'] as const) : []),
  ]
}
