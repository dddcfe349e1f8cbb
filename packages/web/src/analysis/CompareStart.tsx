import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import type { DocumentId, MemberId } from '@weerklank/core/shared/ids'
import { type SubmitEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { TextField } from '../ui/TextField.tsx'
import { compareText } from './compare.text.ts'
import { useStartRound } from './pictures.queries.ts'
import { TickList } from './TickList.tsx'

type Draft = { id: string; title: string; documents: DocumentId[]; coders: MemberId[] }

/** Which texts, and who codes them without seeing each other. */
export function CompareStart({ analysis }: { analysis: Analysis }) {
  const text = useText(compareText)
  const start = useStartRound(analysis.id)
  const fresh = (): Draft => ({
    ...{ id: newId(), title: text.nameStart, documents: [] },
    coders: analysis.members.map(({ id }) => id),
  })
  const [draft, setDraft] = useState(fresh)
  const [isWrong, setWrong] = useState(false)
  const free = analysis.documents.filter(({ id }) => !analysis.sealedDocuments.includes(id))
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const isWhole = draft.title.trim() !== '' && draft.documents.length > 0 && draft.coders.length > 1
    setWrong(!isWhole)
    if (!isWhole) return
    start.mutate(draft, {
      onSuccess: () => {
        notify({ text: text.begun })
        setDraft(fresh())
      },
    })
  }
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <TextField
        id="ronde-naam"
        label={text.name}
        maxLength={120}
        value={draft.title}
        onChange={(title) => setDraft({ ...draft, title })}
      />
      <TickList
        label={text.documents}
        hint={text.documentsHint}
        options={free.map(({ id, title }) => ({ value: id, label: title }))}
        chosen={draft.documents}
        onTick={(id, on) => setDraft({ ...draft, documents: ticked(draft.documents, id, on) })}
      />
      <TickList
        label={text.coders}
        hint={text.codersHint}
        options={analysis.members.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={draft.coders}
        onTick={(id, on) => setDraft({ ...draft, coders: ticked(draft.coders, id, on) })}
      />
      {isWrong && <p role="alert">{text.beginWrong}</p>}
      {start.isError && <p role="alert">{text.failed}</p>}
      <div className="wk-actions">
        <Button type="submit" variant="primary" busy={start.isPending}>
          {text.begin}
        </Button>
      </div>
    </form>
  )
}

/** A list with one more, or without it. */
function ticked<Value>(chosen: readonly Value[], value: Value, on: boolean): Value[] {
  return on ? [...chosen, value] : chosen.filter((one) => one !== value)
}
