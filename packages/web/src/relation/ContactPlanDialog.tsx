import type { Contact } from '@weerklank/core/relation/relation.contract'
import type { Instant } from '@weerklank/core/shared/time'
import { useState } from 'react'
import { newId } from '../api/new-id.ts'
import { momentWords } from '../language/moment-words.ts'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notices.ts'
import { ContactWhenForm } from './ContactWhenForm.tsx'
import { contactText } from './contact.text.ts'
import { emptyDraft } from './contact-draft.ts'
import { usePlanContact } from './relation-page.actions.ts'

type Props = { relation: string; kind: Contact['kind']; seen: Seen; open: boolean; onClose: () => void }

/** Plans a contact, or a talk about the working together itself. The draft stays when the dialog is closed by accident. */
export function ContactPlanDialog({ relation, kind, seen, open, onClose }: Props) {
  const text = useText(contactText)
  const [draft, setDraft] = useState(emptyDraft)
  const [id, setId] = useState(newId)
  const plan = usePlanContact(relation)
  const isTalk = kind === 'repair-talk'

  async function handleSend({ at, place }: { at: Instant; place: string }) {
    try {
      await plan.mutateAsync({ id, kind, at, place, summary: '' })
    } catch {
      // Said in the dialog, where the draft still stands.
      return
    }
    const moment = momentWords(at, seen)
    notify({ text: isTalk ? text.savedTalk(moment) : text.saved(moment) })
    setDraft(emptyDraft)
    setId(newId())
    onClose()
  }

  return (
    <Dialog open={open} title={isTalk ? text.planTalk : text.plan} onClose={onClose}>
      <ContactWhenForm
        draft={draft}
        onChange={setDraft}
        timeZone={seen.timeZone}
        intro={isTalk ? text.planTalkIntro : text.planIntro}
        action={isTalk ? text.planTalk : text.save}
        busy={plan.isPending}
        error={plan.error}
        onSend={handleSend}
      />
    </Dialog>
  )
}
