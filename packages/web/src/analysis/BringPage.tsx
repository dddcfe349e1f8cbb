import { Link } from '@tanstack/react-router'
import { type ImportGround, importGrounds, importLimit } from '@weerklank/core/analysis/exchange'
import { type SubmitEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { FieldFrame } from '../ui/FieldFrame.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { fieldState } from '../ui/field.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextField } from '../ui/TextField.tsx'
import { BroughtIn } from './BroughtIn.tsx'
import { useBringProject } from './exchange.queries.ts'
import { exchangeText } from './exchange.text.ts'

const fields = { file: 'inlezen-bestand', ground: 'inlezen-grond' } as const

/** Begins an analysis with a file of another program, and tells what became of what stood in it. */
export function BringPage() {
  const text = useText(exchangeText)
  const [file, setFile] = useState<File | null>(null)
  const [draft, setDraft] = useState<{ title: string; ground: ImportGround | null }>({
    title: '',
    ground: null,
  })
  const [attempt, setAttempt] = useState(0)
  const bring = useBringProject()
  const tooLarge = file !== null && file.size > importLimit ? text.fileLarge : undefined
  const fileError = tooLarge ?? (attempt > 0 && file === null ? text.fileMissing : undefined)
  const groundError = attempt > 0 && draft.ground === null ? text.groundMissing : undefined
  const errors = [
    ...(fileError === undefined ? [] : [{ field: fields.file, message: fileError }]),
    ...(groundError === undefined ? [] : [{ field: fields.ground, message: groundError }]),
  ]

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    const { title, ground } = draft
    if (file === null || tooLarge !== undefined || ground === null || bring.isPending) return
    bring.mutate({ id: newId(), title, ground, file })
  }

  const header = (
    <PageHeader
      title={text.bringTitle}
      intro={text.bringIntro}
      back={<Link to="/duiden">{text.back}</Link>}
    />
  )
  if (bring.data?.read === 'yes') return <BroughtIn header={header} result={bring.data} />
  const field = { id: fields.file, label: text.file, hint: text.fileHint, error: fileError }
  const refusal = bring.data?.read === 'no' ? `${text.refused} ${bring.data.reason}` : bring.error?.message
  return (
    <>
      {header}
      <form noValidate className="wk-stack wk-stack--wide" onSubmit={handleSubmit}>
        <ErrorSummary errors={errors} attempt={attempt} />
        <FieldFrame field={field}>
          <input
            {...fieldState(field)}
            className="wk-field__input"
            type="file"
            accept=".qdpx,.qdc"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        </FieldFrame>
        <TextField
          id="inlezen-naam"
          label={text.name}
          hint={text.nameHint}
          optional
          maxLength={120}
          value={draft.title}
          onChange={(title) => setDraft({ ...draft, title })}
        />
        <RadioGroup
          id={fields.ground}
          label={text.ground}
          hint={text.groundHint}
          error={groundError}
          value={draft.ground}
          options={importGrounds.map((value) => ({ value, label: text.grounds[value] }))}
          onChange={(ground) => setDraft({ ...draft, ground })}
        />
        <FormEnd busy={bring.isPending} error={errors.length === 0 ? refusal : undefined}>
          {text.bring}
        </FormEnd>
      </form>
    </>
  )
}
