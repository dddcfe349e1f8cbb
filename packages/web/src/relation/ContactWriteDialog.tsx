import type { Contact } from '@weerklank/core/relation/relation.contract'
import { type SubmitEvent, useId, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { contactText } from './contact.text.ts'
import { useEditContact } from './relation-page.actions.ts'

type Props = { relation: string; contact: Contact; open: boolean; onClose: () => void }

/** What was said, in a few words. The text stays when the dialog is closed by accident. */
export function ContactWriteDialog({ relation, contact, open, onClose }: Props) {
  const text = useText(contactText)
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const summary = draft ?? contact.summary
  const edit = useEditContact(relation)

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const { kind, at, place } = contact
    try {
      await edit.mutateAsync({ contact: contact.id, body: { kind, at, place, summary } })
    } catch {
      // Said in the dialog, where the text still stands.
      return
    }
    setDraft(null)
    notify({ text: text.written })
    onClose()
  }

  return (
    <Dialog open={open} title={text.writeTitle} onClose={onClose}>
      <form className="wk-stack" noValidate onSubmit={handleSubmit}>
        <TextArea
          id={id}
          label={text.writeLabel}
          hint={text.writeHint}
          optional
          rows={4}
          maxLength={1000}
          value={summary}
          onChange={setDraft}
        />
        <FormEnd error={edit.error?.message} busy={edit.isPending}>
          {text.writeSave}
        </FormEnd>
      </form>
    </Dialog>
  )
}
