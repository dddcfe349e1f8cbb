import { type ExportPurpose, exportPurposes, exportPurposeTexts } from '@weerklank/core/access/purpose-lock'
import { type CheckExportFormat, checkExportFormats } from '@weerklank/core/feedback/check-export'
import { type SubmitEvent, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { fetchChecks, keepFile } from './check-export.fetch.ts'
import { checkExportText } from './check-export.text.ts'

/** Those that are for other files: one's own data, research, the record. */
const elsewhere: readonly ExportPurpose[] = ['own-data', 'research', 'review']
const purposes = exportPurposes.filter((one) => !elsewhere.includes(one))

type Making = { stop: AbortController; bytes: number }

export function CheckExportForm({ relation }: { relation: string | undefined }) {
  const text = useText(checkExportText)
  const language = useLanguage()
  const [wish, setWish] = useState({
    purpose: 'care' as ExportPurpose,
    format: 'csv-dutch' as CheckExportFormat,
  })
  const [making, setMaking] = useState<Making | null>(null)
  const [said, setSaid] = useState({ error: '', note: '' })

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (making !== null) return
    const stop = new AbortController()
    setMaking({ stop, bytes: 0 })
    setSaid({ error: '', note: '' })
    const onProgress = (bytes: number) => setMaking({ stop, bytes })
    try {
      const file = await fetchChecks({ ...wish, relation, signal: stop.signal, onProgress })
      keepFile(file)
      setSaid({ error: '', note: text.done(file.name) })
    } catch (error) {
      const reason = error instanceof Error ? error.message : ''
      setSaid(stop.signal.aborted ? { error: '', note: text.stopped } : { error: reason, note: '' })
    }
    setMaking(null)
  }

  const size = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    ...{ style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 },
  }).format((making?.bytes ?? 0) / 1_000)
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
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
      <div className="wk-stack">
        <FormEnd error={said.error === '' ? undefined : said.error} busy={making !== null}>
          {text.make}
        </FormEnd>
        {making !== null && (
          <div className="wk-actions">
            <span>{text.busy(size)}</span>
            <Button onClick={() => making.stop.abort()}>{text.stop}</Button>
          </div>
        )}
        <p role="status">{said.note}</p>
      </div>
    </form>
  )
}
