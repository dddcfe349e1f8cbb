import type { FormDetail } from '@weerklank/core/feedback/form.contract'
import { useLanguage, useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { formPageText } from './form-page.text.ts'
import { languageName } from './form-words.ts'

/** What the form says of itself. */
export function FormAbout({ form }: { form: FormDetail }) {
  const text = useText(formPageText)
  const language = useLanguage()
  const facts = [
    [text.description, form.description],
    [text.publisher, form.publisher],
    [text.address, form.url ?? ''],
    [text.languages, form.languages.map((tag) => languageName(tag, language)).join(', ')],
  ].filter(([, value]) => value !== '')
  return (
    <Section title={text.about}>
      <dl className="wk-forms__facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
