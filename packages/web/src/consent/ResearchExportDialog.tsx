import { type ExportPurpose, exportPurposeTexts } from '@weerklank/core/access/purpose-lock'
import { type SubmitEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { keepFile } from '../ui/keep-file.ts'
import { notify } from '../ui/notices.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useMakeExport } from './research.queries.ts'
import { researchText } from './research.text.ts'

const ids = { title: 'bestand-naam', format: 'bestand-soort', purpose: 'bestand-doel' }
const formats = ['csv', 'json'] as const

/** What one can want of it here. The last two are refused by the server, with the reason: nobody need pick another word. */
const purposes = ['research', 'personnel', 'purchasing'] as const satisfies readonly ExportPurpose[]

type Draft = {
  id: string
  title: string
  format: (typeof formats)[number] | null
  purpose: (typeof purposes)[number] | null
}

/** Takes the material out as a file. The id is made when it opens: pressing twice makes one file. */
export function ResearchExportDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useText(researchText)
  return (
    <Dialog open={open} title={text.exportTitle} onClose={onClose}>
      <ExportForm onMade={onClose} />
    </Dialog>
  )
}

function ExportForm({ onMade }: { onMade: () => void }) {
  const text = useText(researchText)
  const language = useLanguage()
  const [draft, setDraft] = useState<Draft>(() => ({ id: newId(), title: '', format: null, purpose: null }))
  const [attempted, setAttempted] = useState(false)
  const make = useMakeExport()
  const missing = missingOf(draft)

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempted(true)
    const { id, title, format, purpose } = draft
    const [first] = missing
    if (first !== undefined) return document.getElementById(ids[first])?.focus()
    if (format === null || purpose === null) return
    try {
      const { file } = await make.mutateAsync({ id, title, format, purpose })
      keepFile(new Blob([file.content], { type: file.type }), file.name)
      notify({ text: text.exported(file.name) })
      onMade()
    } catch {
      // Said at the end of the form. Whether a file was made we may not know: the next one is another file.
      setDraft({ ...draft, id: newId() })
    }
  }

  const wrong = (field: keyof typeof ids, message: string) =>
    attempted && missing.includes(field) ? message : undefined
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <p className="wk-muted">{text.exportExplain}</p>
      <TextField
        id={ids.title}
        label={text.exportName}
        hint={text.exportNameHint}
        error={wrong('title', text.exportNameMissing)}
        maxLength={120}
        value={draft.title}
        onChange={(title) => setDraft({ ...draft, title })}
      />
      <RadioGroup
        id={ids.format}
        label={text.format}
        error={wrong('format', text.formatMissing)}
        value={draft.format}
        options={formats.map((value) => ({ value, label: text.formats[value] }))}
        onChange={(format) => setDraft({ ...draft, format })}
      />
      <RadioGroup
        id={ids.purpose}
        label={text.purpose}
        error={wrong('purpose', text.purposeMissing)}
        value={draft.purpose}
        options={purposes.map((value) => ({ value, label: exportPurposeTexts[value][language] }))}
        onChange={(purpose) => setDraft({ ...draft, purpose })}
      />
      <FormEnd error={make.error?.message} busy={make.isPending} icon="download">
        {text.make}
      </FormEnd>
    </form>
  )
}

function missingOf({ title, format, purpose }: Draft): (keyof typeof ids)[] {
  return [
    ...(title.trim() === '' ? (['title'] as const) : []),
    ...(format === null ? (['format'] as const) : []),
    ...(purpose === null ? (['purpose'] as const) : []),
  ]
}
