import type { Contact } from '@weerklank/core/relation/relation.contract'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { momentWords } from '../language/moment-words.ts'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { notify } from '../ui/notices.ts'
import { contactText } from './contact.text.ts'
import { ContactMoveDialog, ContactWriteDialog } from './contact-dialogs.tsx'
import { useRelationWords } from './relation.ts'
import { usePlanContact, useRemoveContact } from './relation-page.actions.ts'

type Props = { relation: string; contact: Contact; seen: Seen; planned: boolean; mayChange: boolean }

/** A contact: when, where, what was said, and what one can do with it. */
export function ContactRow({ relation, contact, seen, planned, mayChange }: Props) {
  const { contactKind } = useRelationWords()
  const moment = momentWords(contact.at, seen)
  return (
    <li className="wk-contact">
      <p>
        <strong>{sentenceStart(moment)}</strong>
      </p>
      {contact.kind === 'repair-talk' && (
        <p>
          <Chip tone="kept">{contactKind(contact.kind)}</Chip>
        </p>
      )}
      {contact.place !== '' && <p className="wk-muted wk-small">{contact.place}</p>}
      {contact.summary !== '' && <p className="wk-contact__summary">{contact.summary}</p>}
      {mayChange && (
        <div className="wk-actions">
          {planned && <Planned {...{ relation, contact, seen, moment }} />}
          <Write relation={relation} contact={contact} moment={moment} />
        </div>
      )}
    </li>
  )
}

type DeedProps = Pick<Props, 'relation' | 'contact'> & { moment: string }

function Planned({ relation, contact, seen, moment }: DeedProps & { seen: Seen }) {
  const text = useText(contactText)
  const [moving, setMoving] = useState(false)
  const { cancel, busy } = useCancel(relation, contact)
  const about = <span className="wk-sr-only">{text.about(moment)}</span>
  return (
    <>
      <Button variant="quiet" onClick={() => setMoving(true)}>
        {text.move}
        {about}
      </Button>
      <Button variant="quiet" busy={busy} onClick={cancel}>
        {text.cancel}
        {about}
      </Button>
      <ContactMoveDialog {...{ relation, contact, seen }} open={moving} onClose={() => setMoving(false)} />
    </>
  )
}

function Write({ relation, contact, moment }: DeedProps) {
  const text = useText(contactText)
  const [writing, setWriting] = useState(false)
  return (
    <>
      <Button variant="quiet" onClick={() => setWriting(true)}>
        {contact.summary === '' ? text.write : text.rewrite}
        <span className="wk-sr-only">{text.about(moment)}</span>
      </Button>
      <ContactWriteDialog
        relation={relation}
        contact={contact}
        open={writing}
        onClose={() => setWriting(false)}
      />
    </>
  )
}

/** Cancels a contact and says so, with a way back. */
function useCancel(relation: string, contact: Contact) {
  const text = useText(contactText)
  const remove = useRemoveContact(relation)
  const plan = usePlanContact(relation)
  async function putBack() {
    try {
      await plan.mutateAsync(contact)
      notify({ text: text.putBack })
    } catch {
      notify({ text: text.failed })
    }
  }
  async function cancel() {
    try {
      await remove.mutateAsync(contact.id)
      notify({ text: text.cancelled, undo: () => void putBack() })
    } catch (error) {
      const isAsked = error instanceof ApiError && error.code === 'conflict'
      notify({ text: isAsked ? text.cannotCancel : text.failed })
    }
  }
  return { cancel, busy: remove.isPending }
}
