import './form-build.css'
import { Link, useNavigate } from '@tanstack/react-router'
import type { FormModel } from '@weerklank/core/feedback/form'
import { emptyForm } from '@weerklank/core/feedback/form.build'
import { type SubmitEvent, useRef, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Section } from '../ui/Section.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { beginForm, useForgetForms } from './form-build.queries.ts'
import { formBuildText } from './form-build.text.ts'
import { formPageText } from './form-page.text.ts'
import { languageName } from './form-words.ts'

const languages = ['nl', 'en', 'tr', 'ar', 'uk', 'pl']

/** Begins a form of one's own: a name, or a file that the builder wrote. */
export function FormNewPage() {
  const text = useText(formBuildText)
  const page = useText(formPageText)
  const reader = useLanguage()
  const [title, setTitle] = useState('')
  const [language, setLanguage] = useState('nl')
  const [isTried, setTried] = useState(false)
  const { begin, error, isBusy } = useBegin()
  const isUnnamed = title.trim() === ''
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (isUnnamed) document.getElementById('bouw-naam')?.focus()
    else void begin(emptyForm(title.trim(), language))
  }
  return (
    <>
      <PageHeader
        title={text.new}
        intro={text.newIntro}
        back={<Link to="/vragenlijsten">{page.back}</Link>}
      />
      <form className="wk-stack wk-build__new" noValidate onSubmit={handleSubmit}>
        <TextField
          id="bouw-naam"
          label={text.name}
          maxLength={400}
          autoComplete="off"
          {...(isTried && isUnnamed && { error: text.nameMissing })}
          value={title}
          onChange={setTitle}
        />
        <SelectField
          id="bouw-taal"
          label={text.writtenIn}
          value={language}
          options={languages.map((value) => ({ value, label: languageName(value, reader) }))}
          onChange={(chosen) => setLanguage(chosen ?? language)}
        />
        <FormEnd busy={isBusy} error={error?.message}>
          {text.begin}
        </FormEnd>
      </form>
      <FromFile />
    </>
  )
}

/** A form from a file of the builder; what is wrong with it is told by its place in the file. */
function FromFile() {
  const text = useText(formBuildText)
  const { begin, error, isBusy } = useBegin()
  const input = useRef<HTMLInputElement>(null)
  const [isUnreadable, setUnreadable] = useState(false)
  const fields = error instanceof ApiError ? Object.entries(error.fields) : []
  async function handleFile(file: File | undefined) {
    if (file === undefined) return
    const model = await file
      .text()
      .then((content): unknown => JSON.parse(content))
      .catch(() => null)
    setUnreadable(model === null)
    // The server holds it against the schema.
    if (model !== null) await begin(model as FormModel)
  }
  return (
    <Section title={text.fromFile}>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={text.chooseFile}
        accept="application/json,.json"
        onChange={(event) => {
          void handleFile(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <div className="wk-actions">
        <Button busy={isBusy} onClick={() => input.current?.click()}>
          {text.chooseFile}
        </Button>
      </div>
      <div role="alert">
        {isUnreadable && <p className="wk-field__error">{text.noJson}</p>}
        {!isUnreadable && error !== null && (
          <>
            <p className="wk-field__error">{fields.length > 0 ? text.wrongFile : error.message}</p>
            <ul>
              {fields.map(([path, why]) => (
                <li key={path}>
                  <code>{path.replace(/^model\./, '')}</code>: {why}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Section>
  )
}

function useBegin() {
  const navigate = useNavigate()
  const forget = useForgetForms()
  const [form, setForm] = useState(newId)
  const [error, setError] = useState<Error | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function begin(model: FormModel) {
    setBusy(true)
    setError(null)
    try {
      await beginForm(form, model)
      forget()
      await navigate({ to: '/vragenlijsten/$form/bouwen', params: { form } })
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)))
      // Something was kept under this id already, with other words.
      if (thrown instanceof ApiError && thrown.code === 'conflict') setForm(newId())
    }
    setBusy(false)
  }
  return { begin, error, isBusy }
}
