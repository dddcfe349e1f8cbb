import type { relationImportEndpoints } from '@weerklank/core/relation/relation-import.contract'
import { type SubmitEvent, useState } from 'react'
import type { Answer } from '../api/client.ts'
import { useText } from '../language/use-text.ts'
import { FieldFrame } from '../ui/FieldFrame.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { fieldState } from '../ui/field.ts'
import { Section } from '../ui/Section.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { type FileText, textOfFile } from './relation-import.file.ts'
import { usePreviewImport } from './relation-import.queries.ts'
import { relationImportText } from './relation-import.text.ts'

type Preview = Answer<(typeof relationImportEndpoints)['previewRelationImport']>
type Props = { onLooked: (text: string, preview: Preview) => void }

const fileField = 'inlezen-bestand'

/** A file, or lines that were copied out of a spreadsheet. */
export function RelationImportChoose({ onLooked }: Props) {
  const text = useText(relationImportText)
  const [chosen, setChosen] = useState<FileText | null>(null)
  const [pasted, setPasted] = useState('')
  const [attempted, setAttempted] = useState(false)
  const look = usePreviewImport()
  const refused = chosen !== null && 'refused' in chosen ? text.refused[chosen.refused] : undefined
  const wanted = chosen !== null && 'text' in chosen ? chosen.text : pasted
  const missing = attempted && wanted.trim() === '' ? text.missing : undefined

  async function handleFile(files: FileList | null) {
    const file = files?.[0]
    setChosen(file === undefined ? null : textOfFile(new Uint8Array(await file.arrayBuffer())))
  }

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempted(true)
    if (wanted.trim() === '' || refused !== undefined) return document.getElementById(fileField)?.focus()
    look.mutate(wanted, { onSuccess: (preview) => onLooked(wanted, preview) })
  }

  const field = { id: fileField, label: text.file, hint: text.fileHint, error: refused ?? missing }
  return (
    <Section title={text.choose}>
      <form className="wk-stack" noValidate onSubmit={handleSubmit}>
        <FieldFrame field={field}>
          <input
            {...fieldState(field)}
            className="wk-field__input"
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            onChange={(event) => void handleFile(event.target.files)}
          />
        </FieldFrame>
        <h3>{text.or}</h3>
        <TextArea
          id="inlezen-regels"
          label={text.pasted}
          hint={text.pastedHint}
          rows={6}
          value={pasted}
          onChange={setPasted}
        />
        <FormEnd error={look.error?.message} busy={look.isPending}>
          {text.look}
        </FormEnd>
      </form>
    </Section>
  )
}
