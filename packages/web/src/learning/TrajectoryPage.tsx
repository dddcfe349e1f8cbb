import './trajectory.css'
import { useParams } from '@tanstack/react-router'
import { learnerStatuses } from '@weerklank/core/learning/trajectory'
import type { TrajectoryDetails } from '@weerklank/core/learning/trajectory.contract'
import { useState } from 'react'
import { listWords } from '../language/moment-words.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Section } from '../ui/Section.tsx'
import { LectureSurveys } from './LectureSurveys.tsx'
import { TrajectoryCalendar } from './TrajectoryCalendar.tsx'
import { TrajectoryComponents } from './TrajectoryComponents.tsx'
import { TrajectoryFrame } from './TrajectoryFrame.tsx'
import { useTrajectoryStatus } from './trajectory.queries.ts'
import { trajectoryPageText } from './trajectory-page.text.ts'

/** One trajectory: what stands when, which parts it has, and who takes part, in numbers. */
export function TrajectoryPage() {
  const { trajectory } = useParams({ from: '/members/leren/$trajectory' })
  return (
    <TrajectoryFrame trajectory={trajectory} actions={(details) => <Actions details={details} />}>
      {(details) => (
        <div className="wk-stack wk-stack--wide">
          <Standing details={details} />
          <TrajectoryCalendar details={details} />
          {details.may.lead && <LectureSurveys trajectory={details.id} />}
          <TrajectoryComponents components={details.components} />
          <Who details={details} />
        </div>
      )}
    </TrajectoryFrame>
  )
}

function Actions({ details }: { details: TrajectoryDetails }) {
  const text = useText(trajectoryPageText)
  const status = useTrajectoryStatus(details.id)
  const [ending, setEnding] = useState(false)
  const { may } = details
  async function handleEnd() {
    await status.mutateAsync('end').catch(() => undefined)
    setEnding(false)
  }
  return (
    <>
      {may.compose && (
        <LinkButton to="/leren/$trajectory/aanpassen" params={{ trajectory: details.id }} icon="pencil">
          {text.edit}
        </LinkButton>
      )}
      {may.start && (
        <Button variant="primary" busy={status.isPending} onClick={() => status.mutate('start')}>
          {text.start}
        </Button>
      )}
      {may.end && <Button onClick={() => setEnding(true)}>{text.end}</Button>}
      {may.reopen && (
        <Button busy={status.isPending} onClick={() => status.mutate('reopen')}>
          {text.reopen}
        </Button>
      )}
      <Dialog
        open={ending}
        title={text.endTitle}
        onClose={() => setEnding(false)}
        actions={
          <Button variant="primary" busy={status.isPending} onClick={handleEnd}>
            {text.end}
          </Button>
        }
      >
        <p>{text.endText}</p>
        {status.error !== null && <p role="alert">{status.error.message}</p>}
      </Dialog>
    </>
  )
}

function Standing({ details }: { details: TrajectoryDetails }) {
  const text = useText(trajectoryPageText)
  if (details.status === 'running') return null
  return <p className="wk-muted">{details.status === 'draft' ? text.draftNote : text.endedNote}</p>
}

function Who({ details }: { details: TrajectoryDetails }) {
  const text = useText(trajectoryPageText)
  const language = useLanguage()
  const { learners, leads, readers } = details
  const said = learnerStatuses.filter((status) => learners[status] > 0)
  const named = (people: readonly { name: string }[]) =>
    listWords(
      people.map(({ name }) => name),
      language,
    )
  return (
    <Section title={text.who}>
      {said.length === 0 ? (
        <p className="wk-muted">{text.nobody}</p>
      ) : (
        <>
          <p>{said.map((status) => text.counts[status](learners[status])).join(' · ')}</p>
          <p className="wk-muted wk-small">{text.register}</p>
        </>
      )}
      <p>
        {text.leads}: {named(leads)}
      </p>
      {readers.length > 0 && (
        <p>
          {text.readers}: {named(readers)}
        </p>
      )}
    </Section>
  )
}
