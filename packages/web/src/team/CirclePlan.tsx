import { useNavigate } from '@tanstack/react-router'
import { readWallTime } from '@weerklank/core/shared/wall-clock'
import { type SubmitEvent, useState } from 'react'
import { useMe } from '../access/access.ts'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextField } from '../ui/TextField.tsx'
import { usePlanCircleMeeting } from './circle.queries.ts'
import { circleOverviewText } from './circle-overview.text.ts'

const formats = ['stilstaan', 'stilstaan-short'] as const

/** Plans a meeting at which everybody of the circle has a place already; then opens it. */
export function CirclePlan({ relation, onClose }: { relation: string; onClose: () => void }) {
  const text = useText(circleOverviewText)
  const { timeZone } = useMe().workspace
  const navigate = useNavigate()
  const plan = usePlanCircleMeeting(relation)
  const [id] = useState(newId)
  const [draft, setDraft] = useState({
    day: '',
    time: '',
    place: '',
    format: formats[0] as (typeof formats)[number],
  })
  const [tried, setTried] = useState(false)
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const read = readWallTime({ day: draft.day, time: draft.time }, timeZone)
  const isRead = 'at' in read
  const error = tried && !isRead ? text.whenMissing : undefined
  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (!('at' in read) || plan.isPending) return
    const body = { id, plannedAt: read.at, place: draft.place, format: draft.format }
    try {
      const { meeting } = await plan.mutateAsync(body)
      await navigate({ to: '/gesprekken/$meeting', params: { meeting } })
    } catch {
      // Said at the end of the form.
    }
  }
  return (
    <Dialog open title={text.planTitle} onClose={onClose}>
      <p>{text.planIntro}</p>
      <form noValidate className="wk-stack" onSubmit={handleSubmit}>
        <TextField
          id="plan-day"
          type="date"
          label={text.day}
          value={draft.day}
          error={error}
          onChange={(day) => change({ day })}
        />
        <TextField
          id="plan-time"
          type="time"
          label={text.time}
          value={draft.time}
          onChange={(time) => change({ time })}
        />
        <TextField
          id="plan-place"
          label={text.place}
          optional
          maxLength={200}
          value={draft.place}
          onChange={(place) => change({ place })}
        />
        <RadioGroup
          id="plan-format"
          label={text.format}
          value={draft.format}
          options={formats.map((value) => ({ value, label: text.formats[value] }))}
          onChange={(format) => change({ format })}
        />
        <FormEnd busy={plan.isPending} error={plan.error?.message}>
          {text.planNow}
        </FormEnd>
      </form>
    </Dialog>
  )
}
