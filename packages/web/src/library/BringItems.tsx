import { type SubmitEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { FieldFrame } from '../ui/FieldFrame.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { fieldState } from '../ui/field.ts'
import { Section } from '../ui/Section.tsx'
import { useItemDeeds } from './library.queries.ts'
import { ownItemsText } from './own-items.text.ts'

/** Reads a file of items in; what is wrong with one is told by its number, and the others are taken. */
export function BringItems() {
  const text = useText(ownItemsText)
  const { bring } = useItemDeeds()
  const [chosen, setChosen] = useState<{ id: string; file: File } | null>(null)
  const [missing, setMissing] = useState(false)
  const field = {
    ...{ id: 'kennis-bestand', label: text.file, optional: false },
    error: missing ? text.fileMissing : undefined,
  }
  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setMissing(chosen === null)
    if (chosen === null) return document.getElementById(field.id)?.focus()
    if (!bring.isPending) bring.mutate({ id: chosen.id, file: await chosen.file.text() })
  }
  return (
    <Section title={text.bring} intro={text.bringIntro}>
      <form noValidate className="wk-stack wk-library-form" onSubmit={handleSubmit}>
        <FieldFrame field={field}>
          <input
            {...fieldState(field)}
            className="wk-field__input"
            type="file"
            accept="application/json,.json"
            onChange={({ target }) => {
              const [file] = target.files ?? []
              setChosen(file === undefined ? null : { id: newId(), file })
            }}
          />
        </FieldFrame>
        <FormEnd
          busy={bring.isPending}
          variant="outline"
          error={bring.error === null ? undefined : text.fileWrong}
        >
          {text.read}
        </FormEnd>
        <div role="status">
          {bring.data !== undefined && <p>{text.taken(bring.data.taken.length)}</p>}
          {bring.data !== undefined && bring.data.refused.length > 0 && (
            <>
              <p>{text.refused}</p>
              <ul>
                {bring.data.refused.map(({ at, title, field: where }) => (
                  <li key={at}>
                    {where.startsWith('source') ? text.noSource(at, title) : text.refusal(at, title, where)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </form>
    </Section>
  )
}
