import type { MeetingPlace } from '@weerklank/core/dialogue/meeting.contract'
import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useInvitePlace } from './meeting.queries.ts'
import { meetingText } from './meeting.text.ts'
import { meetingProblem } from './meeting-problem.ts'

type Props = { meeting: string; place: MeetingPlace; onClose: () => void }

/** A link to a place at the table: to scan, to copy, or by mail. It is here only now. */
export function MeetingInvite({ meeting, place, onClose }: Props) {
  const text = useText(meetingText)
  const invite = useInvitePlace(meeting)
  const [email, setEmail] = useState('')
  const made = invite.data
  async function handleMail(event: SubmitEvent) {
    event.preventDefault()
    await invite.mutateAsync({ place: place.id, email: email.trim() }).catch(() => undefined)
  }
  const error = invite.error === null ? undefined : meetingProblem(invite.error, text)
  return (
    <Dialog open title={text.inviteTitle(place.name)} onClose={onClose}>
      <p>{text.inviteIntro(place.name)}</p>
      {made === undefined ? (
        <>
          <p className="wk-muted wk-small">{text.inviteOnce}</p>
          <div className="wk-actions">
            <Button
              variant="primary"
              busy={invite.isPending}
              onClick={() => void invite.mutateAsync({ place: place.id, email: null }).catch(() => undefined)}
            >
              {text.makeLink}
            </Button>
          </div>
          <form className="wk-stack" noValidate onSubmit={handleMail}>
            <TextField
              id="invite-email"
              type="email"
              label={text.mail}
              hint={text.mailHint}
              value={email}
              onChange={setEmail}
            />
            <FormEnd error={error} busy={invite.isPending} variant="outline">
              {text.sendMail}
            </FormEnd>
          </form>
        </>
      ) : made.mailed ? (
        <p role="status">{text.mailed}</p>
      ) : (
        <div className="wk-stack">
          <QrCode url={made.url} label={text.qr(place.name)} failed={text.qrFailed} />
          <CopyField
            id="place-link"
            label={text.link}
            value={made.url}
            copy={text.copy}
            copied={text.copied}
            copyFailed={text.copyFailed}
          />
        </div>
      )}
    </Dialog>
  )
}
