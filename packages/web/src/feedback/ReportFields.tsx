import './export-job.css'
import { type ExportPurpose, exportPurposes, exportPurposeTexts } from '@weerklank/core/access/purpose-lock'
import { type ReportFormat, reportFormats } from '@weerklank/core/feedback/relation-report'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { type Language, languages } from '@weerklank/core/shared/language'
import { useLanguage, useText } from '../language/use-text.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { exportJobText } from './export-job.text.ts'

/** Stands among the people for whom a report can be: nobody in particular. */
export const forFile = 'file'

export type ReportWish = {
  /** Who it is for, or `forFile`. */
  whom: string
  /** Days as YYYY-MM-DD; '' is all. */
  from: string
  until: string
  purpose: ExportPurpose
  language: Language
  format: ReportFormat
}

/** Those that are for other files: one's own data, research, the record. */
const elsewhere: readonly ExportPurpose[] = ['own-data', 'research', 'review']
const purposes = exportPurposes.filter((one) => !elsewhere.includes(one))

type Props = {
  wish: ReportWish
  onChange: (wish: ReportWish) => void
  clients: readonly Participant[]
  untilError: string
}

/** For whom a report is, about what time, and as what. */
export function ReportFields({ wish, onChange, clients, untilError }: Props) {
  const text = useText(exportJobText)
  const screen = useLanguage()
  const whom = [
    ...clients.map(({ id, name }) => ({
      value: id as string,
      label: text.forHer(name),
      hint: text.forHerHint,
    })),
    { value: forFile, label: text.forFile, hint: text.forFileHint },
  ]
  return (
    <>
      <RadioGroup
        id="verslag-voor"
        label={text.level}
        value={wish.whom}
        options={whom}
        onChange={(chosen) => onChange({ ...wish, whom: chosen })}
      />
      <fieldset className="wk-report-days">
        <legend>{text.period}</legend>
        <p className="wk-field__hint">{text.periodHint}</p>
        <TextField
          id="verslag-vanaf"
          type="date"
          label={text.from}
          value={wish.from}
          onChange={(from) => onChange({ ...wish, from })}
        />
        <TextField
          id="verslag-tot"
          type="date"
          label={text.until}
          value={wish.until}
          {...(untilError !== '' && { error: untilError })}
          onChange={(until) => onChange({ ...wish, until })}
        />
      </fieldset>
      <RadioGroup
        id="verslag-taal"
        label={text.language}
        value={wish.language}
        options={languages.map((value) => ({ value, label: text.languages[value] }))}
        onChange={(language) => onChange({ ...wish, language })}
      />
      <RadioGroup
        id="verslag-soort"
        label={text.format}
        value={wish.format}
        options={reportFormats.map((value) => ({ value, label: text.formats[value] }))}
        onChange={(format) => onChange({ ...wish, format })}
      />
      <SelectField
        id="verslag-doel"
        label={text.purpose}
        value={wish.purpose}
        options={purposes.map((value) => ({ value, label: exportPurposeTexts[value][screen] }))}
        onChange={(purpose) => onChange({ ...wish, purpose: purpose ?? 'care' })}
      />
    </>
  )
}
