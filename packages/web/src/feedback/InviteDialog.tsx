import './invite.css'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { InviteForm } from './InviteForm.tsx'
import { InviteLink } from './InviteLink.tsx'
import { inviteDialogText } from './invite-dialog.text.ts'
import type { InviteSource, MadeInvitation } from './invite-view.ts'

type Props = InviteSource & {
  open: boolean
  onClose: () => void
  /** A link that was made already, to show at once. */
  made?: MadeInvitation | undefined
}

/** Asks someone how it was: whom and about what, then the link to scan or to send, until the answer is in. */
export function InviteDialog({ open, onClose, made, ...source }: Props) {
  const text = useText(inviteDialogText)
  const name = source.relation.participants.find(({ id }) => id === made?.participant)?.name
  return (
    <Dialog open={open} title={name === undefined ? text.ask : text.askOf(name)} onClose={onClose}>
      <Steps made={made} onClose={onClose} {...source} />
    </Dialog>
  )
}

function Steps({ made, onClose, ...source }: Omit<Props, 'open'>) {
  const [link, setLink] = useState(made)
  return link === undefined ? (
    <InviteForm onMade={setLink} {...source} />
  ) : (
    <InviteLink made={link} onMade={setLink} onClose={onClose} {...source} />
  )
}
