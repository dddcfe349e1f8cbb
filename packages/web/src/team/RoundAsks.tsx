import { roundForms } from '@weerklank/core/team/round'
import type { RoundInstrument } from '@weerklank/core/team/team.contract'
import type { Dispatch } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { roundFormText } from './round-form.text.ts'
import { fittingInstruments, type RoundAction, type RoundDraft } from './round-form.ts'

type Props = { draft: RoundDraft; dispatch: Dispatch<RoundAction>; instruments: readonly RoundInstrument[] }

/** What is asked: how it goes, what groups think of each other, or how it goes between them; and with which questions. */
export function RoundAsks({ draft, dispatch, instruments }: Props) {
  const text = useText(roundFormText)
  const language = useLanguage()
  const { fitting, chosen } = fittingInstruments(instruments, draft)
  return (
    <>
      <RadioGroup
        id="peiling-vorm"
        label={text.form}
        value={draft.form}
        options={roundForms.map((form) => ({
          value: form,
          label: text.forms[form],
          hint: text.forms[`${form}Hint`],
        }))}
        onChange={(form) => dispatch({ type: 'changed', change: { form } })}
      />
      <SelectField
        id="peiling-vragen"
        label={text.instrument}
        hint={chosen && text.instrumentHint(chosen.questions, chosen.minShare)}
        value={chosen?.id ?? null}
        options={fitting.map(({ id, name }) => ({ value: id, label: name[language] }))}
        onChange={(instrument) =>
          instrument !== null && dispatch({ type: 'changed', change: { instrument } })
        }
      />
    </>
  )
}
