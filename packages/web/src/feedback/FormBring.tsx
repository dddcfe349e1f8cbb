import { Link } from '@tanstack/react-router'
import type { BroughtForms } from '@weerklank/core/feedback/form.contract'
import { type DragEvent, useRef, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { classes } from '../ui/classes.ts'
import { Section } from '../ui/Section.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { FormRemarks } from './FormRemarks.tsx'
import { type Bringing, useBringing } from './form-bring.ts'
import { formsText } from './forms.text.ts'

/** One file or several, each by itself: what of one cannot be used holds up no other, and of that one nothing is kept. */
export function FormBring() {
  const text = useText(formsText)
  const { files, bring, again } = useBringing()
  const [isOver, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const done = files.filter(({ state }) => state !== 'waiting' && state !== 'busy').length
  function handleDrop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    bring([...event.dataTransfer.files])
  }
  return (
    <Section title={text.bring}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is beside the button inside it, which does the same */}
      <div
        className={classes('wk-forms__drop', isOver && 'wk-forms__drop--over')}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={handleDrop}
      >
        <p id="vragenlijst-hint">
          <strong>{text.drop}</strong>
          <br />
          <span className="wk-muted">{text.dropHint}</span>
        </p>
        <input
          ref={input}
          hidden
          type="file"
          multiple
          accept=".json,application/json,application/fhir+json"
          aria-label={text.choose}
          onChange={(event) => {
            bring([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <Button icon="plus" aria-describedby="vragenlijst-hint" onClick={() => input.current?.click()}>
          {text.choose}
        </Button>
      </div>
      <p role="status" className={classes(files.length === 0 && 'wk-sr-only')}>
        {files.length > 0 && text.progress(done, files.length)}
      </p>
      {done < files.length && (
        <progress className="wk-forms__progress" aria-label={text.bring} value={done} max={files.length} />
      )}
      {files.length > 0 && (
        <ul className="wk-lines">
          {files.map((file) => (
            <BroughtFile key={file.key} file={file} onAgain={() => again(file)} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function BroughtFile({ file, onAgain }: { file: Bringing; onAgain: () => void }) {
  const text = useText(formsText)
  const isRefused =
    file.state === 'unread' || file.state === 'failed' || (file.state === 'told' && !file.told.kept)
  return (
    <li>
      <div className="wk-forms__line">
        <strong>{file.name}</strong>
        {(file.state === 'waiting' || file.state === 'busy') && <Chip>{text[file.state]}</Chip>}
        {isRefused && <Chip tone="warm">{text.refused}</Chip>}
      </div>
      {file.state === 'unread' && <p className="wk-field__error">{text.refusedFile[file.why]}</p>}
      {file.state === 'failed' && (
        <>
          <p className="wk-field__error">{file.error.message}</p>
          <TextButton onClick={onAgain}>{text.again}</TextButton>
        </>
      )}
      {file.state === 'told' && <Told told={file.told} />}
    </li>
  )
}

function Told({ told }: { told: BroughtForms }) {
  const text = useText(formsText)
  if (!told.kept) {
    return (
      <>
        <p>{text.refusedAll}</p>
        {told.refusals.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they come once and stay in their order
          <div key={at}>
            {one.title !== null && <p>{text.inForm(one.title)}</p>}
            <FormRemarks issues={one.issues} withPlace />
            {one.more > 0 && <p className="wk-muted">{text.moreIssues(one.more)}</p>}
          </div>
        ))}
      </>
    )
  }
  return (
    <ul className="wk-stack wk-stack--tight">
      {told.forms.map((form) => (
        <li key={form.id} className="wk-row">
          <Link to="/vragenlijsten/$form" params={{ form: form.id }}>
            {form.title}
          </Link>
          <Chip tone="kept">{text.kept[form.done]}</Chip>
          <span className="wk-muted">{text.noted(form.noted)}</span>
          {form.licence.state === 'missing' && <Chip tone="warm">{text.needsLicence}</Chip>}
        </li>
      ))}
    </ul>
  )
}
