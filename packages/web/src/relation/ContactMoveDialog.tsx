import type { Contact } from '@weerklank/core/relation/relation.contract'
import type { Instant } from '@weerklank/core/shared/time'
import { useState } from 'react'
import { momentWords } from '../language/moment-words.ts'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notices.ts'
import { ContactWhenForm } from './ContactWhenForm.tsx'
import { contactText } from './contact.text.ts'
import { type ContactDraft, draftOf } from './contact-draft.ts'
import { useEditContact } from './relation-page.actions.ts'

type Props = { relation: string; contact: Contact; seen: Seen; open: boolean; onClose: () => void }

export function ContactMoveDialog({ relation, contact, seen, open, onClose }: Props) {
  const text = useText(contactText)
  const [draft, setDraft] = useState<ContactDraft | null>(null)
  const edit = useEditContact(relation)

  async function handleSend(when: { at: Instant; place: string }) {
    const { kind, summary } = contact
    try {
      await edit.mutateAsync({ contact: contact.id, body: { kind, summary, ...when } })
    } catch {
      // Said in the dialog, where the draft still stands.
      return
    }
    setDraft(null)
    notify({ text: text.moved(momentWords(when.at, seen)) })
    onClose()
  }

  return (
    <Dialog open={open} title={text.moveTitle} onClose={onClose}>
      <ContactWhenForm
        draft={draft ?? draftOf(contact, seen.timeZone)}
        onChange={setDraft}
        timeZone={seen.timeZone}
        intro=""
        action={text.moveSave}
        busy={edit.isPending}
        error={edit.error}
        onSend={handleSend}
      />
    </Dialog>
  )
}
