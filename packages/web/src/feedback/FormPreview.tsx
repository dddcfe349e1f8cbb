import type { FormDetail } from '@weerklank/core/feedback/form.contract'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { formPageText } from './form-page.text.ts'
import { languageName } from './form-words.ts'
import { previewAddress } from './forms.queries.ts'

/** A version as a respondent sees it, as wide as a phone, shut off from this page. */
export function FormPreview({ form, version }: { form: FormDetail; version: number }) {
  const text = useText(formPageText)
  const reader = useLanguage()
  const [isShown, setShown] = useState(false)
  const [page, setPage] = useState(1)
  const [language, setLanguage] = useState(form.languages[0] ?? 'nl')
  return (
    <Section title={text.preview} intro={text.previewIntro}>
      {!isShown ? (
        <div className="wk-actions">
          <Button icon="eye" onClick={() => setShown(true)}>
            {text.previewShow}
          </Button>
        </div>
      ) : (
        <div className="wk-stack">
          {form.languages.length > 1 && (
            <SelectField
              id="voorbeeld-taal"
              label={text.language}
              value={language}
              options={form.languages.map((value) => ({ value, label: languageName(value, reader) }))}
              onChange={(wanted) => setLanguage(wanted ?? language)}
            />
          )}
          <iframe
            className="wk-forms__frame"
            title={`${text.previewTitle}: ${form.title}`}
            sandbox="allow-scripts"
            src={previewAddress(form.id, { version, page, language })}
          />
          <div className="wk-actions">
            {page > 1 && <Button onClick={() => setPage(page - 1)}>{text.earlier}</Button>}
            <span role="status">{text.part(page)}</span>
            <Button onClick={() => setPage(page + 1)}>{text.later}</Button>
          </div>
        </div>
      )}
    </Section>
  )
}
