import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { Suspense, useEffect, useRef, useState } from 'react'
import { momentWords } from '../language/moment-words.ts'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { componentLater } from '../ui/Later.tsx'
import { notify } from '../ui/notices.ts'
import { QrCode } from '../ui/QrCode.tsx'
import { type MadeForm, useNewFormLink, useRevokeForm } from './form.queries.ts'
import { formText } from './form.text.ts'

const LaterWays = componentLater(async () => (await import('./InviteWays.tsx')).InviteWays)

type Props = {
  relation: RelationDetails
  seen: Seen
  made: MadeForm
  onMade: (made: MadeForm) => void
  onClose: () => void
}

/** The link to a form: as a code, as text, until when it works and who will see the answer. It is here only now. */
export function FormLink({ relation, seen, made, onMade, onClose }: Props) {
  const text = useText(formText)
  const name = relation.participants.find(({ id }) => id === made.participant)?.name ?? ''
  const start = useRef<HTMLParagraphElement>(null)
  useEffect(() => start.current?.focus(), [])
  return (
    <div className="wk-stack">
      <p ref={start} tabIndex={-1}>
        <strong>{made.title}</strong>
        <br />
        {text.scan(name)}
      </p>
      <QrCode url={made.url} label={text.qr(name)} failed={text.qrFailed} />
      <CopyField
        id="lijst-link"
        label={text.link}
        value={made.url}
        copy={text.copy}
        copied={text.copied}
        copyFailed={text.copyFailed}
      />
      <p className="wk-small">
        {text.until(momentWords(made.expiresAt, seen))} {text.once} {text.seen}
      </p>
      <Suspense fallback={null}>
        <LaterWays kind="form" relation={relation} seen={seen} made={made} />
      </Suspense>
      <Deeds {...{ relation: relation.id, made, name, onMade, onClose }} />
    </div>
  )
}

type DeedsProps = Pick<Props, 'made' | 'onMade' | 'onClose'> & { relation: string; name: string }

function Deeds({ relation, made, name, onMade, onClose }: DeedsProps) {
  const text = useText(formText)
  const newLink = useNewFormLink(relation)
  const revoke = useRevokeForm(relation)
  const [said, setSaid] = useState('')
  async function handleNew() {
    try {
      onMade(await newLink.mutateAsync(made.id))
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
