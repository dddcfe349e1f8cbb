import './feedback.css'
import { useQuery } from '@tanstack/react-query'
import type { RunChartAnnotation } from '@weerklank/core/charts/run-chart-input'
import type { RelationFeedback } from '@weerklank/core/feedback/feedback.contract'
import { goesOn } from '@weerklank/core/relation/relation'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { type ReactNode, Suspense, useMemo, useState } from 'react'
import { useSeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { componentLater } from '../ui/Later.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import type { TimelineItem } from '../ui/Timeline.tsx'
import { relationFeedbackQuery } from './check.queries.ts'
import { checkText } from './check.text.ts'
import { InviteDialog } from './check-dialogs.tsx'
import { checkEvents, contactsAnswered } from './check-events.ts'
import { answersId, openSignals, peopleAsked, personShown } from './check-people.ts'
import { talkOccasion } from './talk-occasion.ts'
import { useStrain } from './use-strain.ts'

// The header stands first; the picture and the sentence to begin with come at once after it, the rest when they are there.
const CheckRuns = componentLater(async () => (await import('./CheckRun.tsx')).CheckRuns)
const CheckWhose = componentLater(async () => (await import('./CheckWhose.tsx')).CheckWhose)
const OpenerCard = componentLater(async () => (await import('./OpenerCard.tsx')).OpenerCard)
const CheckAnswers = componentLater(async () => (await import('./CheckAnswers.tsx')).CheckAnswers)
const VoicesTogether = componentLater(async () => (await import('./VoicesTogether.tsx')).VoicesTogether)
const Agreements = componentLater(async () => (await import('./Agreements.tsx')).Agreements)
const InviteOpenList = componentLater(async () => (await import('./InviteOpenList.tsx')).InviteOpenList)

/** How often people are asked by itself. */
export const RelationPlans = componentLater(async () => (await import('./RelationPlans.tsx')).RelationPlans)

/** Forms that were asked and answered. */
export const RelationForms = componentLater(async () => (await import('./RelationForms.tsx')).RelationForms)

/** What checks tell about the story of a collaboration. */
export type ChecksTold = {
  events: readonly TimelineItem[]
  /** Contacts that an answer tells about already. */
  contacts: ReadonlySet<string>
}

type Props = {
  relation: RelationDetails
  /** What happened besides checks, for the picture. */
  happenings: readonly RunChartAnnotation[]
  onPlanTalk: () => void
  /** Below the agreements, at the right. */
  beside: ReactNode
  /** Below the answers: the story, in which the checks are told too. */
  story: (told: ChecksTold) => ReactNode
}

/** Left what was said, right what one can do with it, and below the story of a collaboration. */
export function RelationChecks(props: Props) {
  const query = useQuery(relationFeedbackQuery(props.relation.id))
  return (
    <PageState query={query} loading={<Waiting />}>
      {(feedback) => <Checks {...props} feedback={feedback} updatedAt={query.dataUpdatedAt} />}
    </PageState>
  )
}

/** The main action of the page. In the header it is outlined when the page offers another first step. */
export function AskHowItWas({ relation, asMain = false }: { relation: RelationDetails; asMain?: boolean }) {
  const text = useText(checkText)
  const [asking, setAsking] = useState(false)
  const { data, dataUpdatedAt } = useQuery(relationFeedbackQuery(relation.id))
  const seen = useSeen(dataUpdatedAt === 0 ? Date.now() : dataUpdatedAt)
  const isCalm = data !== undefined && openSignals(data).length === 0 && !isEmpty(data)
  return (
    <>
      <Button
        variant={asMain || isCalm ? 'primary' : 'outline'}
        className="wk-ask"
        onClick={() => setAsking(true)}
      >
        {text.ask}
      </Button>
      <InviteDialog
        relation={relation}
        invitations={data?.invitations ?? []}
        seen={seen}
        open={asking}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

function isEmpty({ invitations, responses }: RelationFeedback): boolean {
  return invitations.length + responses.length === 0
}

type ChecksProps = Props & { feedback: RelationFeedback; updatedAt: number }

function Checks({ relation, happenings, onPlanTalk, beside, story, feedback, updatedAt }: ChecksProps) {
  const { events } = useText(checkText)
  const seen = useSeen(updatedAt)
  const { participants, contacts } = relation
  const [chosen, setChosen] = useState<string | null>(null)
  const people = peopleAsked(participants, feedback)
  const person = personShown(people, feedback, chosen)
  const occasion = talkOccasion(feedback, participants, person)
  const going = goesOn(relation)
  const strain = useStrain(relation, seen)
  const told = useMemo(
    () => ({
      events: [...checkEvents({ feedback, participants, seen, words: events }), ...strain.inStory],
      contacts: contactsAnswered(feedback),
    }),
    [feedback, participants, seen, events, strain],
  )
  const around = useMemo(() => [...happenings, ...strain.inChart], [happenings, strain])
  const common = { relation: relation.id, feedback, participants, seen }
  return (
    <div className="wk-relation">
      <div className="wk-relation__said">
        {person === undefined || isEmpty(feedback) ? (
          <NothingYet relation={relation} />
        ) : (
          <>
            <Suspense fallback={<PictureWaiting />}>
              <CheckRuns
                {...{ feedback, person, seen }}
                happenings={around}
                choice={<CheckWhose people={people} shown={person.id} onChoose={setChosen} />}
              />
            </Suspense>
            <div id={answersId} tabIndex={-1} className="wk-relation__answers">
              <Suspense fallback={<Skeleton lines={5} />}>
                <CheckAnswers key={person.id} {...{ feedback, person, participants, seen }} />
              </Suspense>
            </div>
          </>
        )}
        <Suspense fallback={null}>
          <VoicesTogether {...{ relation, feedback, seen }} />
        </Suspense>
      </div>
      <div className="wk-relation__do">
        {going && occasion !== null && (
          <Suspense fallback={<Skeleton block />}>
            <OpenerCard {...common} occasion={occasion} onPlanTalk={onPlanTalk} />
          </Suspense>
        )}
        <Suspense fallback={<Skeleton block />}>
          <Agreements {...common} contacts={contacts} going={going} />
          {going && <InviteOpenList relation={relation} invitations={feedback.invitations} seen={seen} />}
        </Suspense>
        {beside}
      </div>
      <div className="wk-relation__story">{story(told)}</div>
    </div>
  )
}

function NothingYet({ relation }: { relation: RelationDetails }) {
  const text = useText(checkText)
  const going = goesOn(relation)
  return (
    <EmptyState
      title={text.emptyTitle}
      text={text.emptyText}
      action={going ? <AskHowItWas relation={relation} asMain /> : undefined}
    />
  )
}

/** As large as what comes. */
function Waiting() {
  return (
    <div className="wk-relation">
      <div className="wk-relation__said">
        <PictureWaiting />
        <Skeleton lines={5} />
      </div>
      <div className="wk-relation__do">
        <Skeleton block />
        <Skeleton block />
      </div>
    </div>
  )
}

function PictureWaiting() {
  return (
    <>
      <Skeleton lines={2} />
      <Skeleton block />
    </>
  )
}
