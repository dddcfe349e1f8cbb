import type { ColleagueRole } from '@weerklank/core/access/members'
import type { Colleague, Invited } from '@weerklank/core/access/members.contract'
import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { TextField } from '../ui/TextField.tsx'
import { MemberLink } from './MemberLink.tsx'
import { MemberRoles } from './MemberRoles.tsx'
import { useChangeColleague, useEndColleague, useInviteAgain } from './members.actions.ts'
import { membersText } from './members.text.ts'

type Props = { member: Colleague; onClose: () => void }

/** Changes what someone does here, invites her again, or ends her place. Of a guest only the last. */
export function MemberEdit({ member, onClose }: Props) {
  const [invited, setInvited] = useState<Invited | null>(null)
  const text = useText(membersText)
  const again = useInviteAgain()
  const isGuest = member.roles.includes('guest')
  async function handleAgain() {
    try {
      setInvited(await again.mutateAsync(member.id))
    } catch (error) {
      notify({ text: error instanceof Error ? error.message : '' })
    }
  }
  if (invited !== null) {
    return (
      <Dialog open title={text.linkTitle(member.name)} onClose={onClose}>
        <MemberLink name={member.name} invited={invited} onClose={onClose} />
      </Dialog>
    )
  }
  return (
    <Dialog open title={text.changeNamed(member.name)} onClose={onClose}>
      {!isGuest && <Changes member={member} onClose={onClose} />}
      {!member.signedIn && (
        <div className="wk-actions">
          <Button icon="mail" busy={again.isPending} onClick={handleAgain}>
            {text.again}
          </Button>
        </div>
      )}
      <Ending member={member} onClose={onClose} />
    </Dialog>
  )
}

const fields = { name: 'wijzig-naam', roles: 'wijzig-rollen' }

function Changes({ member, onClose }: Props) {
  const text = useText(membersText)
  const [name, setName] = useState(member.name)
  const [roles, setRoles] = useState(() =>
    member.roles.filter((role): role is ColleagueRole => role !== 'guest'),
  )
  const [attempt, setAttempt] = useState(0)
  const change = useChangeColleague()
  const noName = name.trim() === ''

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (noName || roles.length === 0) {
      return document.getElementById(noName ? fields.name : fields.roles)?.focus()
    }
    try {
      await change.mutateAsync({ member: member.id, body: { name, roles } })
    } catch {
      // Said at the end of the form.
      return
    }
    notify({ text: text.saved(name) })
    onClose()
  }
  const losesLast = member.lastAdministrator && !roles.includes('administrator')
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <TextField
        id={fields.name}
        label={text.name}
        error={attempt > 0 && noName ? text.nameMissing : undefined}
        maxLength={80}
        value={name}
        onChange={setName}
      />
      <MemberRoles
        id={fields.roles}
        chosen={roles}
        error={losesLast ? text.last : attempt > 0 && roles.length === 0 ? text.rolesMissing : undefined}
        onChange={setRoles}
      />
      <FormEnd error={change.error?.message} busy={change.isPending}>
        {text.save}
      </FormEnd>
    </form>
  )
}

/** Says what ending does, and what it leaves behind. */
function Ending({ member, onClose }: Props) {
  const text = useText(membersText)
  const end = useEndColleague()
  if (member.lastAdministrator) return <p className="wk-muted wk-small">{text.last}</p>
  async function handleEnd() {
    try {
      const { leftAlone } = await end.mutateAsync(member.id)
      const more = leftAlone === 0 ? '' : ` ${text.alone(leftAlone)}`
      notify({ text: text.ended(member.name) + more })
    } catch {
      // Said below the button's sentence.
      return
    }
    onClose()
  }
  return (
    <div className="wk-stack wk-stack--tight wk-member__end">
      <p className="wk-small">{text.endIntro(member.name)}</p>
      {end.error !== null && (
        <p className="wk-field__error" role="alert">
          {end.error.message}
        </p>
      )}
      <div className="wk-actions">
        <Button variant="destructive" busy={end.isPending} onClick={handleEnd}>
          {text.end}
        </Button>
      </div>
    </div>
  )
}
