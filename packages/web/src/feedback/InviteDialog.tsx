import './invite.css'
import { Suspense, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { componentLater } from '../ui/Later.tsx'
import { InviteForm } from './InviteForm.tsx'
import { InviteLink } from './InviteLink.tsx'
import { inviteDialogText } from './invite-dialog.text.ts'
import type { InviteSource, MadeInvitation } from './invite-view.ts'

const LaterFormAsk = componentLater(async () => (await import('./FormAsk.tsx')).FormAsk)
const LaterFormOffer = componentLater(async () => (await import('./FormOffer.tsx')).FormOffer)

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
  const [isForm, setForm] = useState(false)
  if (link !== undefined) return <InviteLink made={link} onMade={setLink} onClose={onClose} {...source} />
  const { relation, seen } = source
  return isForm ? (
    <Suspense fallback={null}>
      <LaterFormAsk {...{ relation, seen, onClose }} />
    </Suspense>
  ) : (
    <>
      <InviteForm onMade={setLink} {...source} />
      <Suspense fallback={null}>
        <LaterFormOffer relation={relation.id} onChoose={() => setForm(true)} />
      </Suspense>
    </>
  )
}
