import type { LearnerLine } from '@weerklank/core/learning/learner.contract'
import { type ExitTalk, exitTalks, type StopReason, stopReasons } from '@weerklank/core/learning/trajectory'
import { type SubmitEvent, useState } from 'react'
import { isConflict } from '../api/is-conflict.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { learnersText } from './learners.text.ts'
import { useLearnerStatus } from './trajectory.queries.ts'
import { usePlanDay } from './use-plan-day.ts'

type Props = { trajectory: string; learner: LearnerLine; today: string }

/** Writes down that somebody stopped, with a reason from a list and whether there was a talk; completed it; or goes on. */
export function LearnerStanding({ trajectory, learner, today }: Props) {
  const text = useText(learnersText)
  const day = usePlanDay()
  const status = useLearnerStatus(trajectory, learner.id)
  const { version, stoppedOn, stopReason } = learner
  const isOver = learner.status === 'stopped' || learner.status === 'completed'
  async function set(change: Parameters<typeof status.mutateAsync>[0]['change']) {
    try {
      await status.mutateAsync({ version, change })
      notify({ text: text.saved })
    } catch {
      // Said below.
    }
  }
  const error =
    status.error === null ? undefined : isConflict(status.error) ? text.conflict : status.error.message
  return (
    <section className="wk-stack" aria-label={text.standing}>
      <h3>{text.standing}</h3>
      {stoppedOn !== null && stopReason !== null && (
        <p>{text.stoppedOn(day(stoppedOn), text.reasons[stopReason])}</p>
      )}
      {learner.status !== 'completed' && (
        <StopForm
          key={version}
          learner={learner}
          today={today}
          busy={status.isPending}
          error={error}
          onStop={(stop) => set({ to: 'stopped', ...stop })}
        />
      )}
      <div className="wk-actions">
        {isOver ? (
          <Button busy={status.isPending} onClick={() => set({ to: 'going-on' })}>
            {text.goOn}
          </Button>
        ) : (
          <Button busy={status.isPending} onClick={() => set({ to: 'completed' })}>
            {text.complete}
          </Button>
        )}
      </div>
    </section>
  )
}

type Stop = { on: string; reason: StopReason; exitTalk: ExitTalk }
type StopProps = {
  learner: LearnerLine
  today: string
  busy: boolean
  error: string | undefined
  onStop: (stop: Stop) => void
}

function StopForm({ learner, today, busy, error, onStop }: StopProps) {
  const text = useText(learnersText)
  const [on, setOn] = useState(learner.stoppedOn ?? today)
  const [reason, setReason] = useState<StopReason | null>(learner.stopReason)
  const [exitTalk, setExitTalk] = useState<ExitTalk>(learner.exitTalk)
  const [missing, setMissing] = useState(false)
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const isMissing = reason === null || !/^\d{4}-\d\d-\d\d$/.test(on)
    setMissing(isMissing)
    if (reason !== null && !isMissing && !busy) onStop({ on, reason, exitTalk })
  }
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <TextField id="stopped-on" type="date" label={text.stopOn} value={on} onChange={setOn} />
      <SelectField
        id="stop-reason"
        label={text.stopReason}
        hint={text.stopReasonHint}
        value={reason}
        options={stopReasons.map((value) => ({ value, label: text.reasons[value] }))}
        error={missing ? text.stopMissing : undefined}
        onChange={setReason}
      />
      <SelectField
        id="exit-talk"
        label={text.exitTalk}
        value={exitTalk}
        options={exitTalks.map((value) => ({ value, label: text.exitTalks[value] }))}
        onChange={(value) => setExitTalk(value ?? 'none')}
      />
      <FormEnd busy={busy} error={error} variant="outline">
        {learner.status === 'stopped' ? text.stopAgain : text.stop}
      </FormEnd>
    </form>
  )
}
