import { Suspense, useEffect, useRef, useState } from 'react'
import { useMe } from '../access/access.ts'
import { listWords, momentWords } from '../language/moment-words.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Icon } from '../ui/Icon.tsx'
import { componentLater } from '../ui/Later.tsx'
import { notify } from '../ui/notices.ts'
import { QrCode } from '../ui/QrCode.tsx'
import { useNewLink, useRevoke } from './check.actions.ts'
import { othersWhoSee } from './check-people.ts'
import { InviteAnswered } from './InviteAnswered.tsx'
import { inviteDialogText } from './invite-dialog.text.ts'
import type { InviteSource, MadeInvitation } from './invite-view.ts'

const LaterWays = componentLater(async () => (await import('./InviteWays.tsx')).InviteWays)

type Props = InviteSource & {
  made: MadeInvitation
  onMade: (made: MadeInvitation) => void
  onClose: () => void
}

/** The link: as a code, as text, until when it works and who will see the answer. It is here only now. */
export function InviteLink({ relation, invitations, seen, made, onMade, onClose }: Props) {
  const text = useText(inviteDialogText)
  const me = useMe().member.id
  const person = relation.participants.find(({ id }) => id === made.participant)
  const name = person?.name ?? ''
  const others = person === undefined ? [] : othersWhoSee(relation.participants, person, me)
  const status = invitations.find(({ id }) => id === made.id)?.status ?? made.status
  const title = useFocusOnce()
  if (status === 'answered') return <InviteAnswered name={name} onClose={onClose} />
  if (status !== 'open') return <p role="status">{text.gone}</p>
  return (
    <div className="wk-stack wk-invite">
      <p ref={title} tabIndex={-1}>
        {text.scan(name)}
      </p>
      <QrCode url={made.url} label={text.qr(name)} failed={text.qrFailed} />
      <CopyField
        id="vraag-link"
        label={text.link}
        value={made.url}
        copy={text.copy}
        copied={text.copied}
        copyFailed={text.copyFailed}
      />
      <ul className="wk-invite__facts wk-small">
        <li>
          <Icon name="eye" />
          {others.length === 0 ? text.seenAlone : text.seen(listWords([text.you, ...others], seen.language))}
        </li>
        <li>
          <Icon name="clock" />
          {text.until(momentWords(made.expiresAt, seen))}
        </li>
        <li>
          <Icon name="lock" />
          {text.once}
        </li>
      </ul>
      <Suspense fallback={null}>
        <LaterWays kind="check" relation={relation} seen={seen} made={made} />
      </Suspense>
      <LinkDeeds relation={relation.id} made={made} name={name} onMade={onMade} onClose={onClose} />
    </div>
  )
}

/** When the form made way for the link, the focus goes with it. */
function useFocusOnce() {
  const element = useRef<HTMLParagraphElement>(null)
  useEffect(() => element.current?.focus(), [])
  return element
}

type DeedsProps = Pick<Props, 'made' | 'onMade' | 'onClose'> & { relation: string; name: string }

function LinkDeeds({ relation, made, name, onMade, onClose }: DeedsProps) {
  const text = useText(inviteDialogText)
  const newLink = useNewLink(relation)
  const revoke = useRevoke(relation)
  const [said, setSaid] = useState('')
  async function handleNew() {
    try {
      onMade(await newLink.mutateAsync(made.id))
      setSaid(text.newLinkMade)
    } catch {
      setSaid(text.failed)
    }
  }
  async function handleRevoke() {
    try {
      await revoke.mutateAsync(made.id)
      notify({ text: text.revoked(name) })
      onClose()
    } catch {
      setSaid(text.failed)
    }
  }
  return (
    <>
      <div className="wk-actions">
        <Button icon="link" busy={newLink.isPending} onClick={handleNew}>
          {text.newLink}
        </Button>
        <Button variant="quiet" busy={revoke.isPending} onClick={handleRevoke}>
          {text.revoke}
        </Button>
      </div>
      <p className="wk-small" role="status">
        {said}
      </p>
    </>
  )
}
