import { useQuery } from '@tanstack/react-query'
import { isWholeModel, type SynergyModel, synergyLimits } from '@weerklank/core/analysis/synergy'
import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notices.ts'
import { PageState } from '../ui/PageState.tsx'
import { mapText } from './map.text.ts'
import { addElement, addRing, bandsOf, removeElement, renameBand, renameElement } from './model-draft.ts'
import { modelQuery, useChangeModel } from './pictures.queries.ts'

/** The organisation's own model: rings, conditions and shadow side, each with its elements in both languages. */
export function ModelEdit({ onClose }: { onClose: () => void }) {
  const text = useText(mapText)
  const query = useQuery({ ...modelQuery, refetchOnWindowFocus: false })
  return (
    <Dialog open title={text.changeTitle} onClose={onClose}>
      <PageState query={query}>
        {({ model, version }) => <Form key={version} {...{ model, version, onClose }} />}
      </PageState>
    </Dialog>
  )
}

function Form({ model, version, onClose }: { model: SynergyModel; version: number; onClose: () => void }) {
  const text = useText(mapText)
  const change = useChangeModel()
  const [draft, setDraft] = useState(model)
  const [isWrong, setWrong] = useState(false)
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const isWhole = isWholeModel(draft)
    setWrong(!isWhole)
    if (!isWhole) return
    change.mutate(
      { version, model: draft },
      {
        onSuccess: () => {
          notify({ text: text.modelKept })
          onClose()
        },
      },
    )
  }
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <p className="wk-muted">{text.changeIntro}</p>
      {bandsOf(draft).map((band, at) => (
        <Band key={band.id} draft={draft} at={at} onChange={setDraft} />
      ))}
      {draft.rings.length < synergyLimits.rings && (
        <Button onClick={() => setDraft(addRing(draft))}>{text.addRing}</Button>
      )}
      {isWrong && <p role="alert">{text.modelWrong}</p>}
      {change.isError && <p role="alert">{text.conflict}</p>}
      <div className="wk-actions">
        <Button type="submit" variant="primary" busy={change.isPending}>
          {text.keepModel}
        </Button>
      </div>
    </form>
  )
}

type BandProps = { draft: SynergyModel; at: number; onChange: (model: SynergyModel) => void }

function Band({ draft, at, onChange }: BandProps) {
  const text = useText(mapText)
  const band = bandsOf(draft)[at]
  if (band === undefined) return null
  const title = band.id === 'context' ? text.context : band.id === 'shadow' ? text.shadow : text.ring(at + 1)
  return (
    <fieldset className="wk-model-band">
      <legend>{title}</legend>
      <Names label={title} name={band.name} onChange={(name) => onChange(renameBand(draft, at, name))} />
      <ul>
        {band.elements.map(({ key, name }) => (
          <li key={key}>
            <Names
              label={name.nl}
              name={name}
              onChange={(changed) => onChange(renameElement(draft, key, changed))}
            />
            <Button
              variant="quiet"
              icon="cross"
              aria-label={text.remove(name.nl)}
              onClick={() => onChange(removeElement(draft, key))}
            />
          </li>
        ))}
      </ul>
      {band.elements.length < synergyLimits.elements && (
        <Button onClick={() => onChange(addElement(draft, at))}>{text.addElement}</Button>
      )}
    </fieldset>
  )
}

type Name = { nl: string; en: string }

function Names({ label, name, onChange }: { label: string; name: Name; onChange: (name: Name) => void }) {
  const text = useText(mapText)
  return (
    <span className="wk-model-names">
      <input
        className="wk-field__input"
        aria-label={`${text.name}: ${label}`}
        maxLength={synergyLimits.name}
        value={name.nl}
        onChange={(event) => onChange({ ...name, nl: event.target.value })}
      />
      <input
        className="wk-field__input"
        lang="en"
        aria-label={`${text.english}: ${label}`}
        maxLength={synergyLimits.name}
        value={name.en}
        onChange={(event) => onChange({ ...name, en: event.target.value })}
      />
    </span>
  )
}
