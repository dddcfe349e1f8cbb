import { type ReactNode, type SubmitEvent, useState } from 'react'
import { FormEnd } from './FormEnd.tsx'
import { RadioGroup } from './RadioGroup.tsx'
import { type Option, SelectField } from './SelectField.tsx'

type Text<Format extends string> = {
  format: string
  formats: Readonly<Record<Format, { name: string; what: string }>>
  purpose: string
  purposeHint: string
  purposeMissing: string
}

type Props<Format extends string, Purpose extends string> = {
  /** Begins the identifiers of its fields. */
  id: string
  formats: readonly [Format, ...Format[]]
  purposes: readonly Option<Purpose>[]
  text: Text<Format>
  hint?: string
  /** What the button says, and what is said once the file is there. */
  button: ReactNode
  done: string
  take: {
    isPending: boolean
    isSuccess: boolean
    error: Error | null
    mutate: (chosen: { format: Format; purpose: Purpose }) => void
  }
}

/** Takes something along as a file: in which form, and what for. Nothing leaves without saying that. */
export function TakeFileForm<Format extends string, Purpose extends string>({
  id,
  formats,
  purposes,
  text,
  hint,
  button,
  done,
  take,
}: Props<Format, Purpose>) {
  const [format, setFormat] = useState<Format>(formats[0])
  const [purpose, setPurpose] = useState<Purpose | null>(null)
  const [tried, setTried] = useState(false)
  const purposeField = `${id}-waarvoor`

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (purpose === null) return document.getElementById(purposeField)?.focus()
    if (!take.isPending) take.mutate({ format, purpose })
  }

  return (
    <form noValidate className="wk-stack wk-no-print" onSubmit={handleSubmit}>
      <RadioGroup
        id={`${id}-bestand`}
        label={text.format}
        hint={hint}
        value={format}
        options={formats.map((value) => ({
          ...{ value, label: text.formats[value].name, hint: text.formats[value].what },
        }))}
        onChange={setFormat}
      />
      <SelectField
        id={purposeField}
        label={text.purpose}
        hint={text.purposeHint}
        value={purpose}
        error={tried && purpose === null ? text.purposeMissing : undefined}
        options={purposes}
        onChange={setPurpose}
      />
      <FormEnd busy={take.isPending} error={take.error?.message}>
        {button}
      </FormEnd>
      <p role="status">{take.isSuccess ? done : ''}</p>
    </form>
  )
}
