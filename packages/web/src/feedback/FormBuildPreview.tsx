import type { BuiltForm } from '@weerklank/core/feedback/form-build.contract'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { formBuildText } from './form-build.text.ts'
import { previewAddress } from './forms.queries.ts'

/** What is kept, as a respondent sees it; drawn anew at each change that was kept. */
export function FormBuildPreview({ kept, language }: { kept: BuiltForm; language: string }) {
  const text = useText(formBuildText)
  const [page, setPage] = useState(1)
  const { form, version, revision, model } = kept
  return (
    <div className="wk-build__preview wk-no-print">
      <Section title={text.preview} intro={text.previewIntro}>
        <iframe
          key={revision}
          className="wk-forms__frame"
          title={`${text.previewTitle}: ${model.title.text}`}
          sandbox="allow-scripts"
          src={previewAddress(form, { version, page, language })}
        />
        <div className="wk-actions">
          {page > 1 && <Button onClick={() => setPage(page - 1)}>{text.earlier}</Button>}
          <span role="status">{text.part(page)}</span>
          <Button onClick={() => setPage(page + 1)}>{text.later}</Button>
        </div>
      </Section>
    </div>
  )
}
