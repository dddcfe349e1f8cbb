import './forms.css'
import './form-build.css'
import type { ReadingLevel } from '@weerklank/core/consent/consent'
import { addressForms } from '@weerklank/core/shared/language'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { FormTryOutcome } from './FormTryOutcome.tsx'
import { FormTrial, toldIn } from './form-trial.ts'
import { formTryText } from './form-try.text.ts'
import { languageName } from './form-words.ts'
import { previewAddress, tryForm } from './forms.queries.ts'

type Props = {
  form: string
  title: string
  version: number
  /** Another one: the form changed. */
  revision: number
  /** In which language and at which level one writes now; the page follows it. */
  language: string
  level?: ReadingLevel
  /** Leads to a question where it can be mended. */
  onOpen?: (linkId: string) => void
}

const levels = ['parent', 'child', 'professional'] as const satisfies readonly ReadingLevel[]

/** A form as who answers meets it, to fill in and go through; beside it what it computes and what is missing. */
export function FormTry({ form, title, version, revision, language, level = 'parent', onOpen }: Props) {
  const text = useText(formTryText)
  const reader = useLanguage()
  const frame = useRef<HTMLIFrameElement>(null)
  const [trial] = useState(
    () => new FormTrial({ version, language, level, address: 'u' }, (body) => tryForm(form, body)),
  )
  const [address] = useState(() => previewAddress(form, { version, page: 1, language }))
  const { looking, tried, page, error } = useSyncExternalStore(trial.subscribe, trial.state)
  useEffect(() => {
    function handleMessage(event: MessageEvent) {
      const told = event.source === frame.current?.contentWindow ? toldIn(event.data) : null
      if (told !== null) trial.hear(told)
    }
    window.addEventListener('message', handleMessage)
    return () => window.removeEventListener('message', handleMessage)
  }, [trial])
  // Its origin is nobody’s (sandbox), so that it cannot be named.
  useEffect(() => {
    if (page !== null)
      frame.current?.contentWindow?.postMessage({ page: page.html, isStep: page.isStep }, '*')
  }, [page])
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when the form changed
  useEffect(() => trial.look({ version, language, level }), [trial, version, revision, language, level])
  const languages = [...new Set([...(tried?.languages ?? []), language, looking.language])]
  return (
    <div className="wk-build__preview wk-no-print">
      <Section title={text.title} intro={text.intro}>
        <div className="wk-build__looking">
          <SelectField
            id="proef-niveau"
            label={text.level}
            value={looking.level}
            options={levels.map((value) => ({ value, label: text.levels[value] }))}
            onChange={(chosen) => chosen !== null && trial.look({ level: chosen })}
          />
          <SelectField
            id="proef-taal"
            label={text.language}
            value={looking.language}
            options={languages.map((value) => ({ value, label: languageName(value, reader) }))}
            onChange={(chosen) => chosen !== null && trial.look({ language: chosen })}
          />
          <SelectField
            id="proef-aanspreken"
            label={text.address}
            value={looking.address}
            options={addressForms.map((value) => ({ value, label: value }))}
            onChange={(chosen) => chosen !== null && trial.look({ address: chosen })}
          />
        </div>
        <iframe
          ref={frame}
          className="wk-forms__frame"
          title={`${text.frame}: ${title}`}
          sandbox="allow-scripts"
          src={address}
        />
        <div role="alert">{error !== null && <p className="wk-field__error">{error.message}</p>}</div>
        <div className="wk-actions">
          <Button icon="return" variant="quiet" onClick={trial.restart}>
            {text.restart}
          </Button>
        </div>
        {tried !== null && <FormTryOutcome tried={tried} onOpen={onOpen} />}
      </Section>
    </div>
  )
}
