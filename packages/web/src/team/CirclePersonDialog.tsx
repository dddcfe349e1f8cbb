import type { CircleDetails, CirclePerson } from '@weerklank/core/team/circle.contract'
import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { TextField } from '../ui/TextField.tsx'
import { CircleSideFields } from './CircleSideFields.tsx'
import { useLinkCirclePerson, useSetCirclePerson, useUnlinkCirclePerson } from './circle.queries.ts'
import { circlePeopleText } from './circle-people.text.ts'

type Props = { details: CircleDetails; person: CirclePerson; onClose: () => void }

/** What one does for somebody: a link, other sides, letting her go or in again. */
export function CirclePersonDialog({ details, person, onClose }: Props) {
  const text = useText(circlePeopleText)
  const set = useSetCirclePerson(details.relation)
  const [sides, setSides] = useState<string[]>([...person.sides])
  const { participant, active } = person
  const keep = (isThere: boolean) =>
    set.mutateAsync({ participant, sides, active: isThere }).then(onClose, () => undefined)
  return (
    <Dialog open title={person.name} onClose={onClose}>
      {active && person.member === null && <WayIn relation={details.relation} person={person} />}
      <CircleSideFields of="own-side" sides={details.sides} chosen={sides} onChange={setSides} />
      {set.error !== null && <p role="alert">{set.error.message}</p>}
      <div className="wk-actions">
        {active && sides.length > 0 && (
          <Button busy={set.isPending} onClick={() => void keep(true)}>
            {text.save}
          </Button>
        )}
        {sides.length > 0 && (
          <Button variant="quiet" busy={set.isPending} onClick={() => void keep(!active)}>
            {active ? text.leave : text.back}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

/** A link to her own page: to scan, to copy, or by mail. It is here only now. */
function WayIn({ relation, person }: { relation: string; person: CirclePerson }) {
  const text = useText(circlePeopleText)
  const link = useLinkCirclePerson(relation)
  const unlink = useUnlinkCirclePerson(relation)
  const [email, setEmail] = useState('')
  const { participant, name, linkUntil } = person
  const made = link.data
  function handleMail(event: SubmitEvent) {
    event.preventDefault()
    link.mutate({ participant, email: email.trim() })
  }
  if (made?.mailed === true) return <p role="status">{text.mailed}</p>
  if (made !== undefined)
    return (
      <div className="wk-stack">
        <p>{text.once}</p>
        <QrCode url={made.url} label={text.qr(name)} failed={text.qrFailed} />
        <CopyField
          id="circle-link"
          label={text.theLink}
          value={made.url}
          copy={text.copy}
          copied={text.copied}
          copyFailed={text.copyFailed}
        />
      </div>
    )
  return (
    <>
      <p>{text.linkIntro}</p>
      <div className="wk-actions">
        <Button
          variant="primary"
          busy={link.isPending}
          onClick={() => link.mutate({ participant, email: null })}
        >
          {text.makeLink}
        </Button>
        {linkUntil !== null && (
          <Button variant="quiet" busy={unlink.isPending} onClick={() => unlink.mutate(participant)}>
            {text.end}
          </Button>
        )}
      </div>
      <form noValidate className="wk-stack" onSubmit={handleMail}>
        <TextField
          id="circle-email"
          type="email"
          label={text.mail}
          hint={text.mailHint}
          value={email}
          onChange={setEmail}
        />
        <FormEnd busy={link.isPending} error={(link.error ?? unlink.error)?.message} variant="outline">
          {text.send}
        </FormEnd>
      </form>
    </>
  )
}
