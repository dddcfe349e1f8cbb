import './learners.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { LearnerLine } from '@weerklank/core/learning/learner.contract'
import type { TrajectoryDetails } from '@weerklank/core/learning/trajectory.contract'
import { Suspense, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { componentLater } from '../ui/Later.tsx'
import { notify } from '../ui/notices.ts'
import { PageState } from '../ui/PageState.tsx'
import { LearnerList } from './LearnerList.tsx'
import { LearnersStuck } from './LearnersStuck.tsx'
import { learnersText } from './learners.text.ts'
import { paperText } from './paper.text.ts'
import { TrajectoryFrame } from './TrajectoryFrame.tsx'
import { learnersQuery, useInviteLearners } from './trajectory.queries.ts'

// What is under the list, and what a press opens.
const LaterAdd = componentLater(async () => (await import('./LearnersAdd.tsx')).LearnersAdd)
const LaterAttendance = componentLater(async () => (await import('./AttendanceForm.tsx')).AttendanceForm)
const LaterFeedback = componentLater(async () => (await import('./SharedFeedback.tsx')).SharedFeedback)
const LaterDialog = componentLater(async () => (await import('./LearnerDialog.tsx')).LearnerDialog)

/** Who takes part, for whoever leads: the register with names, and nothing of what anybody wrote. */
export function TrajectoryPeoplePage() {
  const { trajectory } = useParams({ from: '/members/leren/$trajectory/mensen' })
  return (
    <TrajectoryFrame
      trajectory={trajectory}
      part="people"
      actions={(details) => (details.may.people ? <Invite trajectory={trajectory} /> : null)}
    >
      {(details) => <People details={details} />}
    </TrajectoryFrame>
  )
}

function Invite({ trajectory }: { trajectory: string }) {
  const text = useText(learnersText)
  const { data } = useQuery(learnersQuery(trajectory))
  const invite = useInviteLearners(trajectory)
  const open = data?.learners.filter(({ status, invitedAt, email }) => {
    return status === 'invited' && invitedAt === null && email !== ''
  })
  if (open === undefined || open.length === 0) return null
  async function handleInvite(waiting: readonly LearnerLine[]) {
    try {
      const { mailed, withoutAddress } = await invite.mutateAsync({ learners: waiting.map(({ id }) => id) })
      notify({ text: text.mailed(mailed, withoutAddress) })
    } catch {
      // Said below the button.
    }
  }
  return (
    <>
      <Button variant="primary" icon="mail" busy={invite.isPending} onClick={() => handleInvite(open)}>
        {text.inviteSome(open.length)}
      </Button>
      {invite.error !== null && <p role="alert">{invite.error.message}</p>}
    </>
  )
}

/** To where forms are typed over that came on paper. */
function PaperLink({ trajectory }: { trajectory: string }) {
  const text = useText(paperText)
  return (
    <p>
      <Link to="/leren/$trajectory/invoeren" params={{ trajectory }}>
        {text.title}
      </Link>
    </p>
  )
}

function People({ details }: { details: TrajectoryDetails }) {
  const query = useQuery(learnersQuery(details.id))
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <PageState query={query}>
      {({ learners, today }) => {
        const learner = learners.find(({ id }) => id === chosen)
        return (
          <div className="wk-stack wk-stack--wide">
            {learners.length > 0 && <LearnersStuck details={details} learners={learners} />}
            <LearnerList details={details} learners={learners} onOpen={setChosen} />
            {learners.length > 0 && <PaperLink trajectory={details.id} />}
            <Suspense fallback={null}>
              {details.may.people && <LaterAdd trajectory={details.id} asks={learners.length === 0} />}
              {learners.length > 0 && <LaterAttendance details={details} learners={learners} />}
              {learners.length > 0 && <LaterFeedback trajectory={details.id} />}
            </Suspense>
            <Suspense fallback={null}>
              {learner !== undefined && (
                <LaterDialog
                  key={learner.id}
                  details={details}
                  learner={learner}
                  today={today}
                  onClose={() => setChosen(null)}
                />
              )}
            </Suspense>
          </div>
        )
      }}
    </PageState>
  )
}
