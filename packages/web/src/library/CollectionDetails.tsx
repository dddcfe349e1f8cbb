import type { ShownCollection } from '@weerklank/core/library/collection.contract'
import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { Section } from '../ui/Section.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { collectionText } from './collection.text.ts'
import { useCollectionDeeds } from './library.queries.ts'

/** What one's own collection is called, what it is for, and whether colleagues see it. */
export function CollectionDetails({ collection }: { collection: ShownCollection }) {
  const text = useText(collectionText)
  const { keep } = useCollectionDeeds()
  const [draft, setDraft] = useState({
    ...{ title: collection.title, note: collection.note, isShared: collection.isShared },
  })
  const isMissing = draft.title.trim() === ''
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (isMissing) return document.getElementById('verzameling-naam')?.focus()
    if (keep.isPending) return
    const { id, revision, items } = collection
    keep.mutate({
      params: { collection: id },
      body: { ...draft, revision, keys: items.map(({ key }) => key) },
    })
  }
  return (
    <div className="wk-no-print">
      <Section title={text.details}>
        <form noValidate className="wk-stack wk-library-form" onSubmit={handleSubmit}>
          <TextField
            id="verzameling-naam"
            label={text.name}
            maxLength={120}
            value={draft.title}
            error={isMissing ? text.nameMissing : undefined}
            onChange={(title) => setDraft({ ...draft, title })}
          />
          <TextArea
            id="verzameling-waarvoor"
            label={text.note}
            hint={text.noteHint}
            optional
            maxLength={1000}
            value={draft.note}
            onChange={(note) => setDraft({ ...draft, note })}
          />
          <CheckboxField
            id="verzameling-delen"
            label={text.share}
            checked={draft.isShared}
            onChange={(isShared) => setDraft({ ...draft, isShared })}
          />
          <FormEnd busy={keep.isPending} variant="outline" error={keep.error?.message}>
            {text.keep}
          </FormEnd>
        </form>
      </Section>
    </div>
  )
}
