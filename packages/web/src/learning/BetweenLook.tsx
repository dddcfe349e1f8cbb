import {
  type MeasuredPeople,
  type MeasureRhythm,
  measuredPeople,
  measureRhythms,
} from '@weerklank/core/learning/feasibility'
import { type SubmitEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useLookAtMeasure } from './between.queries.ts'
import { betweenText } from './between.text.ts'

type Props = { trajectory: string; open: boolean; onClose: () => void }

/** What one would like to ask, how often and of whom: then it can be looked at. */
export function BetweenLook({ trajectory, open, onClose }: Props) {
  const text = useText(betweenText)
  const look = useLookAtMeasure(trajectory)
  const [id, setId] = useState(newId)
  const [name, setName] = useState('')
  const [rhythm, setRhythm] = useState<MeasureRhythm | null>(null)
  const [people, setPeople] = useState<MeasuredPeople | null>(null)
  const [tried, setTried] = useState(false)

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '' || rhythm === null || people === null || look.isPending) return
    try {
      await look.mutateAsync({ id, name, rhythm, people })
      setId(newId())
      setName('')
      setTried(false)
      onClose()
    } catch {
      // Said at the end of the form.
    }
  }

  return (
    <Dialog open={open} title={text.look} onClose={onClose}>
      <form noValidate className="wk-stack" onSubmit={handleSubmit}>
        <TextField
          id="measure-name"
          label={text.name}
          hint={text.nameHint}
          maxLength={120}
          value={name}
          error={tried && name.trim() === '' ? text.nameMissing : undefined}
          onChange={setName}
        />
        <RadioGroup
          id="measure-rhythm"
          label={text.rhythm}
          value={rhythm}
          error={tried && rhythm === null ? text.rhythmMissing : undefined}
          options={measureRhythms.map((value) => ({ value, label: text.rhythms[value] }))}
          onChange={setRhythm}
        />
        <RadioGroup
          id="measure-people"
          label={text.whom}
          value={people}
          error={tried && people === null ? text.whomMissing : undefined}
          options={measuredPeople.map((value) => ({ value, label: text.whoms[value] }))}
          onChange={setPeople}
        />
        <FormEnd busy={look.isPending} error={look.error?.message}>
          {text.lookNow}
        </FormEnd>
      </form>
    </Dialog>
  )
}
