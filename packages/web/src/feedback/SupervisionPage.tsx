import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { RelationFeedback } from '@weerklank/core/feedback/feedback.contract'
import type { SupervisedCase } from '@weerklank/core/feedback/supervision.contract'
import { voiceFamily } from '@weerklank/core/relation/relation'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { Suspense, useMemo, useState } from 'react'
import { useDates } from '../access/access.ts'
import { ApiError } from '../api/api-error.ts'
import { useSeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { componentLater } from '../ui/Later.tsx'
import { notify } from '../ui/notices.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { VoiceBadges } from '../ui/VoiceBadges.tsx'
import { CheckWhose } from './CheckWhose.tsx'
import { peopleAsked, personShown } from './check-people.ts'
import { supervisedCaseQuery, useGiveBack } from './supervision.queries.ts'
import { supervisionText } from './supervision.text.ts'

const CheckRuns = componentLater(async () => (await import('./CheckRun.tsx')).CheckRuns)
const SupervisedAround = componentLater(async () => (await import('./SupervisedAround.tsx')).SupervisedAround)

/** One collaboration as a supervisor reads it, with the question in front. Nothing can be changed here. */
export function SupervisionPage() {
  const { share } = useParams({ from: '/members/meekijken/$share' })
  const query = useQuery(supervisedCaseQuery(share))
  // Also when it was on the screen a moment ago: what ended is seen no longer.
  if (query.error instanceof ApiError) return <Gone />
  return (
    <PageState query={query}>
      {(shown) => <Case key={share} shown={shown} updatedAt={query.dataUpdatedAt} />}
    </PageState>
  )
}

function Gone() {
  const text = useText(supervisionText)
  return (
    <>
      <PageHeader title={text.goneTitle} back={<Link to="/meekijken">{text.back}</Link>} />
      <EmptyState title={text.goneTitle} text={text.goneText} />
    </>
  )
}

function Case({ shown, updatedAt }: { shown: SupervisedCase; updatedAt: number }) {
  const text = useText(supervisionText)
  const dates = useDates()
  const seen = useSeen(updatedAt)
  const { share, relation } = shown
  const people = shown.people.filter(({ active }) => active)
  return (
    <>
      <PageHeader
        title={share.title}
        intro={text.ends(dates.dayMonth(share.endsAt))}
        back={<Link to="/meekijken">{text.back}</Link>}
        actions={<GiveBack share={share.id} />}
      >
        <VoiceBadges
          people={people.map(({ id, name, voice }) => ({ id, name, family: voiceFamily(voice) }))}
          named
        />
      </PageHeader>
      <div className="wk-stack">
        <Card as="section" tone="warm" labelledBy="vraag">
          <h2 id="vraag">{text.questionOf(share.from)}</h2>
          <p className="wk-opener__said">“{share.question}”</p>
          {relation.purpose !== '' && (
            <p className="wk-muted wk-small">
              {text.purpose}: {relation.purpose}
            </p>
          )}
        </Card>
        <Line shown={shown} seen={seen} />
        <Suspense fallback={<Skeleton lines={5} />}>
          <SupervisedAround shown={shown} seen={seen} />
        </Suspense>
        <p className="wk-muted wk-small">{text.recorded}</p>
      </div>
    </>
  )
}

/** The line of whoever was asked, as on the page of the collaboration. */
function Line({ shown, seen }: { shown: SupervisedCase; seen: ReturnType<typeof useSeen> }) {
  const text = useText(supervisionText)
  const [chosen, setChosen] = useState<string | null>(null)
  const { feedback, people } = useMemo(() => asOnThePage(shown), [shown])
  const asked = peopleAsked(people, feedback)
  const person = personShown(asked, feedback, chosen)
  if (person === undefined || feedback.responses.length === 0) {
    return (
      <Section title={text.answers}>
        <p className="wk-muted">{text.noAnswers}</p>
      </Section>
    )
  }
  return (
    <Suspense fallback={<Skeleton block />}>
      {/* Shared for looking: kept in no file, and not on paper. */}
      <div className="wk-stack wk-no-print">
        <CheckRuns
          {...{ feedback, person, seen }}
          happenings={[]}
          choice={<CheckWhose people={asked} shown={person.id} onChoose={setChosen} />}
          mayKeep={false}
        />
      </div>
    </Suspense>
  )
}

/** What the picture is drawn from: without what was not shared, which is left empty. */
function asOnThePage(shown: SupervisedCase): { feedback: RelationFeedback; people: Participant[] } {
  const feedback = {
    ...{ instruments: shown.instruments, agreements: shown.agreements, invitations: [], openers: [] },
    responses: shown.responses.map((one) => ({ ...one, openText: '', contact: null })),
    signals: shown.signals.map((one) => ({ ...one, note: '' })),
  }
  const people = shown.people.map((one) => ({
    ...{ ...one, detail: '', address: 'je' as const, language: 'nl' as const, member: null },
  }))
  return { feedback, people }
}

function GiveBack({ share }: { share: string }) {
  const text = useText(supervisionText)
  const navigate = useNavigate()
  const giveBack = useGiveBack(share)

  async function handle() {
    try {
      await giveBack.mutateAsync()
    } catch {
      notify({ text: text.failed })
      return
    }
    notify({ text: text.givenBack })
    await navigate({ to: '/meekijken' })
  }

  return (
    <Button busy={giveBack.isPending} onClick={() => void handle()}>
      {text.giveBack}
    </Button>
  )
}
