import { type ExportPurpose, exportPurposes, exportPurposeTexts } from '@weerklank/core/access/purpose-lock'
import { type CheckExportFormat, checkExportFormats } from '@weerklank/core/feedback/check-export'
import { type SubmitEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { checkExportText } from './check-export.text.ts'
import { toExportJobs } from './ExportJobs.tsx'
import { useAskCheckFile } from './export-job.queries.ts'
import { exportJobText } from './export-job.text.ts'
import { problemOf } from './ReportForm.tsx'

/** Those that are for other files: one's own data, research, the record. */
const elsewhere: readonly ExportPurpose[] = ['own-data', 'research', 'review']
const purposes = exportPurposes.filter((one) => !elsewhere.includes(one))

/** Asks for a file of checks; it is made in the background and stands in the list below. */
export function CheckExportForm({ relation }: { relation: string | undefined }) {
  const text = useText(checkExportText)
  const jobText = useText(exportJobText)
  const language = useLanguage()
  const [wish, setWish] = useState({
    purpose: 'care' as ExportPurpose,
    format: 'csv-dutch' as CheckExportFormat,
  })
  const ask = useAskCheckFile()
  const [error, setError] = useState('')

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (ask.isPending) return
    setError('')
    try {
      await ask.mutateAsync({ ...wish, id: newId(), relation: relation ?? null })
      notify({ text: jobText.asking })
      toExportJobs()
    } catch (cause) {
      setError(problemOf(cause, jobText))
    }
  }

  return (
    <form className="wk-stack wk-export-form" noValidate onSubmit={handleSubmit}>
      <SelectField
        id="checks-doel"
        label={text.purpose}
        value={wish.purpose}
        options={purposes.map((value) => ({ value, label: exportPurposeTexts[value][language] }))}
        onChange={(purpose) => setWish({ ...wish, purpose: purpose ?? 'care' })}
      />
      <RadioGroup
        id="checks-soort"
        label={text.format}
        value={wish.format}
        options={checkExportFormats.map((value) => ({ value, label: text.formats[value] }))}
        onChange={(format) => setWish({ ...wish, format })}
      />
      <FormEnd error={error === '' ? undefined : error} busy={ask.isPending}>
        {text.make}
      </FormEnd>
    </form>
  )
}
