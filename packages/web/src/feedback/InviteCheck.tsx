import type { FittingPerson } from '@weerklank/core/feedback/feedback.contract'
import { useLanguage, useText } from '../language/use-text.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { inviteDialogText } from './invite-dialog.text.ts'

/** What is asked; null is what fits best, and the words that are kept. */
export type ChosenCheck = { instrument: string | null; ownWords: string | null }

type Props = {
  checks: FittingPerson['checks']
  name: string
  chosen: ChosenCheck
  error: string | undefined
  onChange: (chosen: ChosenCheck) => void
}

/** Which questions someone gets: what fits best is chosen, with the reason in words. */
export function InviteCheck({ checks, name, chosen, error, onChange }: Props) {
  const text = useText(inviteDialogText)
  const language = useLanguage()
  const check = checkOf(checks, chosen)
  if (check === undefined) return null
  const { instrument, own } = check
  return (
    <>
      <SelectField
        id="vraag-check"
        label={text.check}
        hint={text.reason[check.reason](name, check.questions)}
        value={instrument}
        options={checks.map((one) => ({ value: one.instrument, label: one.name[language] }))}
        onChange={(value) => onChange({ instrument: value, ownWords: null })}
      />
      {own !== undefined && (
        <TextField
          id="vraag-eigen"
          label={text.own[own.kind](name)}
          hint={text.ownHint[own.kind]}
          error={error}
          value={chosen.ownWords ?? own.words}
          maxLength={200}
          onChange={(ownWords) => onChange({ ...chosen, ownWords })}
        />
      )}
    </>
  )
}

/** The check that was chosen, else the one that fits best. */
export function checkOf(checks: FittingPerson['checks'], { instrument }: ChosenCheck) {
  return checks.find((one) => one.instrument === instrument) ?? checks[0]
}

/** What is sent with the question; null when words are asked for and there are none. */
export function checkToSend(checks: FittingPerson['checks'], chosen: ChosenCheck) {
  const check = checkOf(checks, chosen)
  if (check === undefined) return {}
  const ownWords = (chosen.ownWords ?? check.own?.words ?? '').trim()
  if (check.own === undefined) return { instrument: check.instrument }
  return ownWords === '' ? null : { instrument: check.instrument, ownWords }
}
