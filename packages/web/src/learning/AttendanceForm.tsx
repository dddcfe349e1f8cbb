import type { LearnerLine } from '@weerklank/core/learning/learner.contract'
import type { TrajectoryDetails, TrajectoryEvent } from '@weerklank/core/learning/trajectory.contract'
import { localDay } from '@weerklank/core/shared/time'
import { type SubmitEvent, useState } from 'react'
import { useMe } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { Fold } from '../ui/Fold.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { learnersText } from './learners.text.ts'
import { useSetAttendance } from './trajectory.queries.ts'
import { usePlanDay } from './use-plan-day.ts'

type Props = { details: TrajectoryDetails; learners: readonly LearnerLine[] }

/** Who was at an event, and for how many hours: for everybody on one page. */
export function AttendanceForm({ details, learners }: Props) {
  const text = useText(learnersText)
  const day = usePlanDay()
  const { timeZone } = useMe().workspace
  const [chosen, setChosen] = useState<string | null>(null)
  const event = details.events.find(({ id }) => id === chosen)
  return (
    <Fold title={text.presence} state={text.presenceState}>
      <div className="wk-stack wk-stack--wide">
        {details.events.length === 0 ? (
          <p className="wk-muted">{text.noEvents}</p>
        ) : (
          <SelectField
            id="attendance-event"
            label={text.event}
            value={chosen}
            options={details.events.map(({ id, title, at }) => ({
              ...{ value: id as string, label: `${title}, ${day(localDay(at, timeZone))}` },
            }))}
            onChange={setChosen}
          />
        )}
        {event !== undefined && (
          <Rows key={event.id} trajectory={details.id} event={event} learners={learners} />
        )}
      </div>
    </Fold>
  )
}

type Kept = { attended: boolean; hours: string }
type RowsProps = { trajectory: string; event: TrajectoryEvent; learners: readonly LearnerLine[] }

function Rows({ trajectory, event, learners }: RowsProps) {
  const text = useText(learnersText)
  const save = useSetAttendance(trajectory, event.id)
  const [kept, setKept] = useState(
    () => new Map(learners.map((one) => [one.id as string, keptOf(one, event)])),
  )
  const [wrong, setWrong] = useState(false)
  const of = (id: string): Kept => kept.get(id) ?? { attended: false, hours: String(event.hours) }
  const change = (id: string, part: Partial<Kept>) => setKept(new Map(kept).set(id, { ...of(id), ...part }))
  async function handleSubmit(submit: SubmitEvent) {
    submit.preventDefault()
    const rows = learners.map(({ id }) => ({
      learner: id,
      attended: of(id).attended,
      hours: hoursOf(of(id)),
    }))
    const isWrong = rows.some(({ attended, hours }) => attended && Number.isNaN(hours))
    setWrong(isWrong)
    if (isWrong || save.isPending) return
    try {
      await save.mutateAsync({ rows: rows.map((row) => ({ ...row, hours: row.hours || 0 })) })
      notify({ text: text.savedPresence })
    } catch {
      // Said at the end of the form.
    }
  }
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <ul className="wk-lines">
        {learners.map(({ id, name }) => (
          <li key={id} className="wk-attendance">
            <label className="wk-choice">
              <input
                type="checkbox"
                checked={of(id).attended}
                aria-label={text.present(name)}
                onChange={({ target }) => change(id, { attended: target.checked })}
              />
              <span>{name}</span>
            </label>
            <input
              className="wk-field__input wk-attendance__hours"
              inputMode="decimal"
              aria-label={text.hoursOf(name)}
              disabled={!of(id).attended}
              value={of(id).attended ? of(id).hours : ''}
              onChange={({ target }) => change(id, { hours: target.value })}
            />
          </li>
        ))}
      </ul>
      <FormEnd busy={save.isPending} error={wrong ? text.hoursWrong : save.error?.message}>
        {text.savePresence}
      </FormEnd>
    </form>
  )
}

function keptOf({ attendance }: LearnerLine, event: TrajectoryEvent): Kept {
  const row = attendance.find((one) => one.event === event.id)
  return { attended: row?.attended ?? false, hours: String(row?.attended ? row.hours : event.hours) }
}

/** `2,5` and `2.5`; NaN for what is no number of hours. */
function hoursOf({ hours }: Kept): number {
  const text = hours.trim().replace(',', '.')
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN
}
