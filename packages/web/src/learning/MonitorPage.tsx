import './monitor.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { MonitorPage as Told } from '@weerklank/core/learning/monitor.contract'
import { monitorCaution } from '@weerklank/core/learning/monitor.words'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { MonitorAnswers } from './MonitorAnswers.tsx'
import { MonitorBuddies } from './MonitorBuddies.tsx'
import { MonitorFunctions } from './MonitorFunctions.tsx'
import { MonitorGoals } from './MonitorGoals.tsx'
import { MonitorMentions } from './MonitorMentions.tsx'
import { MonitorPresence } from './MonitorPresence.tsx'
import { monitorQuery } from './monitor.queries.ts'
import { monitorText } from './monitor.text.ts'
import { TrajectoryFrame } from './TrajectoryFrame.tsx'
import { useRemindLearners } from './trajectory.queries.ts'

/** The monitor of a trajectory: what came in, and what people say of it, under numbers and with care. */
export function MonitorPage() {
  const { trajectory } = useParams({ from: '/members/leren/$trajectory/monitor' })
  const [from, setFrom] = useState(1)
  const query = useQuery(monitorQuery(trajectory, from))
  return (
    <TrajectoryFrame
      trajectory={trajectory}
      part="monitor"
      actions={({ may, status }) => (
        <>
          {may.lead && status === 'running' && <Remind trajectory={trajectory} />}
          <ToReport trajectory={trajectory} />
        </>
      )}
    >
      {() => <PageState query={query}>{(told) => <Whole told={told} onFrom={setFrom} />}</PageState>}
    </TrajectoryFrame>
  )
}

function Whole({ told, onFrom }: { told: Told; onFrom: (from: number) => void }) {
  const text = useText(monitorText)
  const language = useLanguage()
  const { monitor } = told
  return (
    <div className="wk-stack wk-stack--wide">
      <p className="wk-monitor-care">
        <Icon name="eye" />
        <span>
          <strong>{text.care}</strong> {monitorCaution(monitor, language)}
        </span>
      </p>
      <div className="wk-monitor-beside">
        <MonitorPresence monitor={monitor} />
        <div className="wk-stack wk-stack--wide">
          <MonitorAnswers monitor={monitor} />
          <MonitorGoals told={told} onFrom={onFrom} />
        </div>
      </div>
      <MonitorMentions kind="barrier" told={told} />
      <MonitorMentions kind="resource" told={told} />
      <MonitorBuddies monitor={monitor} />
      <MonitorFunctions monitor={monitor} />
      {monitor.lectureSurvey !== null && (
        <Section title={text.lecture.title}>
          <p>{text.lecture.text(monitor.lectureSurvey.value)}</p>
        </Section>
      )}
    </div>
  )
}

function ToReport({ trajectory }: { trajectory: string }) {
  const text = useText(monitorText)
  return (
    <LinkButton variant="primary" to="/leren/$trajectory/verslag" params={{ trajectory }}>
      {text.toReport}
    </LinkButton>
  )
}

function Remind({ trajectory }: { trajectory: string }) {
  const text = useText(monitorText)
  const remind = useRemindLearners(trajectory)
  const [told, setTold] = useState('')
  function handleRemind() {
    remind.mutate(undefined, {
      onSuccess: ({ mailed, withoutAddress }) => setTold(text.reminded(mailed, withoutAddress)),
      onError: ({ message }) => setTold(message),
    })
  }
  return (
    <>
      <Button icon="mail" busy={remind.isPending} onClick={handleRemind}>
        {text.remind}
      </Button>
      <p role="status" className="wk-small">
        {told}
      </p>
    </>
  )
}
