import type { Between } from '@weerklank/core/learning/nudge.contract'
import { type SubmitEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useAddNudge } from './between.queries.ts'
import { betweenText } from './between.text.ts'
import { readDays } from './between-input.ts'

type Props = { trajectory: string; between: Between; open: boolean; onClose: () => void }
type Anchor = Between['anchors'][number]

const keyOf = ({ from }: Anchor) => (from.kind === 'start' ? 'start' : from.id)

/** One more card: which one, and how many days after what. */
export function BetweenAdd({ trajectory, between, open, onClose }: Props) {
  const text = useText(betweenText)
  const add = useAddNudge(trajectory)
  const [id, setId] = useState(newId)
  const [card, setCard] = useState<string | null>(null)
  const [anchor, setAnchor] = useState<string | null>(null)
  const [days, setDays] = useState('0')
  const [tried, setTried] = useState(false)
  const chosen = between.cards.find(({ key }) => key === card)
  const from = between.anchors.find((one) => keyOf(one) === anchor)?.from
  const offsetDays = readDays(days)
  const needsMoment = chosen?.kind === 'moment' && from?.kind !== 'moment'

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (chosen === undefined || from === undefined || offsetDays === null || needsMoment || add.isPending)
      return
    try {
      await add.mutateAsync({ id, card: chosen.key, from, offsetDays, url: '' })
      setId(newId())
      setCard(null)
      setTried(false)
      onClose()
    } catch {
      // Said at the end of the form.
    }
  }

  return (
    <Dialog open={open} title={text.addTitle} onClose={onClose}>
      <form noValidate className="wk-stack" onSubmit={handleSubmit}>
        <SelectField
          id="between-card"
          label={text.card}
          value={card}
          error={tried && chosen === undefined ? text.cardMissing : undefined}
          options={between.cards.map(({ key, kind, title }) => ({
            value: key,
            label: `${text.kind[kind]}: ${title}`,
          }))}
          onChange={setCard}
        />
        {chosen !== undefined && <p className="wk-between-card">{chosen.body}</p>}
        <SelectField
          id="between-from"
          label={text.from}
          value={anchor}
          error={tried ? fromError() : undefined}
          options={between.anchors.map((one) => ({
            value: keyOf(one),
            label: one.title === '' ? text.start : one.title,
          }))}
          onChange={setAnchor}
        />
        <TextField
          id="between-days"
          label={text.daysLater}
          value={days}
          error={tried && offsetDays === null ? text.wrongDays : undefined}
          onChange={setDays}
        />
        <FormEnd busy={add.isPending} error={add.error?.message}>
          {text.add}
        </FormEnd>
      </form>
    </Dialog>
  )

  function fromError(): string | undefined {
    if (from === undefined) return text.fromMissing
    return needsMoment ? text.fromMoment : undefined
  }
}
