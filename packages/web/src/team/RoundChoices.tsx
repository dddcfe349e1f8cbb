import { useQuery } from '@tanstack/react-query'
import { roundThreshold } from '@weerklank/core/team/team'
import type { Dispatch } from 'react'
import { useMe } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { roundFormText } from './round-form.text.ts'
import type { RoundAction, RoundDraft } from './round-form.ts'
import { roundReadersQuery } from './team.queries.ts'

type Props = { draft: RoundDraft; dispatch: Dispatch<RoundAction> }

const thresholds = Array.from(
  { length: roundThreshold.most - roundThreshold.least + 1 },
  (_, at) => roundThreshold.least + at,
)
const lengths = [7, 14, 21, 28]

/** From how many answers on, how long, whether in own words, and who reads along. */
export function RoundChoices({ draft, dispatch }: Props) {
  const text = useText(roundFormText)
  const change = (change: Extract<RoundAction, { type: 'changed' }>['change']) =>
    dispatch({ type: 'changed', change })
  return (
    <>
      <div className="wk-round-form__pair">
        <SelectField
          id="peiling-k"
          label={text.k}
          hint={text.kHint}
          value={String(draft.k)}
          options={thresholds.map((k) => ({ value: String(k), label: String(k) }))}
          onChange={(k) => k !== null && change({ k: Number(k) })}
        />
        <SelectField
          id="peiling-dagen"
          label={text.days}
          value={String(draft.days)}
          options={lengths.map((days) => ({ value: String(days), label: text.dayCount(days) }))}
          onChange={(days) => days !== null && change({ days: Number(days) })}
        />
      </div>
      <CheckboxField
        id="peiling-woorden"
        label={text.words}
        hint={text.wordsHint}
        checked={draft.takesWords}
        onChange={(takesWords) => change({ takesWords })}
      />
      <Readers draft={draft} dispatch={dispatch} />
    </>
  )
}

function Readers({ draft, dispatch }: Props) {
  const text = useText(roundFormText)
  const me = useMe().member.id
  const colleagues = (useQuery(roundReadersQuery).data ?? []).filter(({ id }) => id !== me)
  if (colleagues.length === 0) return null
  return (
    <fieldset className="wk-field" aria-describedby="peiling-lezers-hint">
      <legend className="wk-field__label">{text.readers}</legend>
      <p className="wk-field__hint" id="peiling-lezers-hint">
        {text.readersHint}
      </p>
      {colleagues.map(({ id, name }) => (
        <CheckboxField
          key={id}
          id={`lezer-${id}`}
          label={name}
          checked={draft.readers.includes(id)}
          onChange={(reads) => dispatch({ type: 'reader', id, reads })}
        />
      ))}
    </fieldset>
  )
}
