import type { FormDetail } from '@weerklank/core/feedback/form.contract'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { componentLater, Later } from '../ui/Later.tsx'
import { Section } from '../ui/Section.tsx'
import { formPageText } from './form-page.text.ts'

const FormTry = componentLater(async () => (await import('./FormTry.tsx')).FormTry)

/** A version as a respondent meets it, as wide as a phone, shut off from this page. */
export function FormPreview({ form, version }: { form: FormDetail; version: number }) {
  const text = useText(formPageText)
  const [isShown, setShown] = useState(false)
  if (!isShown) {
    return (
      <Section title={text.preview} intro={text.previewIntro}>
        <div className="wk-actions">
          <Button icon="eye" onClick={() => setShown(true)}>
            {text.previewShow}
          </Button>
        </div>
      </Section>
    )
  }
  return (
    <Later open>
      <FormTry
        key={version}
        form={form.id}
        title={form.title}
        version={version}
        revision={form.revision}
        language={form.languages[0] ?? 'nl'}
      />
    </Later>
  )
}
