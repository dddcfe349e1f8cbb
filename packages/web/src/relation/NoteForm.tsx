import { toldNoteKinds } from '@weerklank/core/relation/relation'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { type SubmitEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { noteText } from './note.text.ts'
import { useAddNote } from './relation-page.actions.ts'
import { peopleInOrder } from './relation-people.ts'

const textField = 'notitie-tekst'

/** Adds a note in place. After it the form is empty and ready for the next one. */
export function NoteForm({ relation }: { relation: RelationDetails }) {
  const text = useText(noteText)
  const [draft, setDraft] = useState(() => newDraft(relation))
  const [attempted, setAttempted] = useState(false)
  const add = useAddNote(relation.id)
  const isMissing = draft.text.trim() === ''

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempted(true)
    if (isMissing) return document.getElementById(textField)?.focus()
    try {
      await add.mutateAsync(draft)
    } catch {
      // Said below; the draft still stands.
      return
    }
    notify({ text: text.added })
    setDraft({ ...draft, id: newId(), text: '' })
    setAttempted(false)
    document.getElementById(textField)?.focus()
  }

  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <RadioGroup
        id="notitie-soort"
        label={text.whichKind}
        value={draft.kind}
        options={toldNoteKinds.map((kind) => ({ value: kind, label: text.kind[kind] }))}
        onChange={(kind) => setDraft({ ...draft, kind })}
      />
      <TextArea
        id={textField}
        label={text.text}
        error={attempted && isMissing ? text.textMissing : undefined}
        maxLength={500}
        rows={2}
        value={draft.text}
        onChange={(value) => setDraft({ ...draft, text: value })}
      />
      <TextField
        id="notitie-wie"
        label={text.toldBy}
        optional
        maxLength={120}
        value={draft.toldBy}
        onChange={(toldBy) => setDraft({ ...draft, toldBy })}
      />
      <FormEnd error={add.error?.message} busy={add.isPending} variant="outline">
        {text.add}
      </FormEnd>
    </form>
  )
}

/** Who tells is mostly the person it is about. */
function newDraft({ participants }: RelationDetails): {
  id: string
  kind: (typeof toldNoteKinds)[number]
  text: string
  toldBy: string
} {
  const first = peopleInOrder(participants).present.find(({ member }) => member === null)
  return { id: newId(), kind: 'helps', text: '', toldBy: first?.name ?? '' }
}
