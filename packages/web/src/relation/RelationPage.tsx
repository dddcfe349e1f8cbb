import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { Suspense, useMemo, useState } from 'react'
import { LookedIn } from '../access/access.tsx'
import { ApiError } from '../api/api-error.ts'
import { RelationChecks } from '../feedback/feedback.tsx'
import { useSeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { RelationRequests } from '../ownership/ownership.tsx'
import { componentLater } from '../ui/Later.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { ContactPlanDialog } from './contact-dialogs.tsx'
import { RelationHeader } from './RelationHeader.tsx'
import { RelationWaiting } from './RelationWaiting.tsx'
import { relationQuery } from './relation.queries.ts'
import { useRelationWords } from './relation.ts'
import { relationPageText } from './relation-page.text.ts'
import { repairTalks } from './relation-story.ts'

const RelationBeside = componentLater(async () => (await import('./RelationBeside.tsx')).RelationBeside)
const RelationMissing = componentLater(async () => (await import('./RelationMissing.tsx')).RelationMissing)
const Story = componentLater(async () => (await import('./Story.tsx')).Story)

export function RelationPage() {
  const { relation } = useParams({ from: '/members/samenwerkingen/$relation' })
  const query = useQuery(relationQuery(relation))
  // Also when it was on the screen a moment ago: who no longer belongs to it sees it no longer.
  if (isMissing(query.error))
    return (
      <Suspense fallback={null}>
        <RelationMissing />
      </Suspense>
    )
  return (
    <>
      {query.data === undefined && query.error !== null && <NoTitleYet />}
      <PageState query={query} loading={<RelationWaiting />}>
        {(details) => <Relation key={details.id} relation={details} updatedAt={query.dataUpdatedAt} />}
      </PageState>
    </>
  )
}

function NoTitleYet() {
  const text = useText(relationPageText)
  return <PageHeader title={text.one} back={<Link to="/samenwerkingen">{text.back}</Link>} />
}

function isMissing(error: Error | null): boolean {
  return error instanceof ApiError && (error.code === 'not-found' || error.code === 'not-allowed')
}

function Relation({ relation, updatedAt }: { relation: RelationDetails; updatedAt: number }) {
  const { contactKind } = useRelationWords()
  const seen = useSeen(updatedAt)
  const [planning, setPlanning] = useState(false)
  const talk = contactKind('repair-talk')
  const happenings = useMemo(() => repairTalks(relation.contacts, seen, talk), [relation, seen, talk])
  return (
    <>
      <LookedIn relation={relation.id} seen={seen} />
      <RelationHeader relation={relation} seen={seen} />
      {relation.mayChange && <RelationRequests relation={relation.id} seen={seen} />}
      <RelationChecks
        relation={relation}
        happenings={happenings}
        onPlanTalk={() => setPlanning(true)}
        beside={
          <Suspense fallback={<Skeleton lines={6} />}>
            <RelationBeside relation={relation} seen={seen} />
          </Suspense>
        }
        story={(told) => (
          <Suspense fallback={<Skeleton lines={6} />}>
            <Story relation={relation} told={told} seen={seen} />
          </Suspense>
        )}
      />
      <ContactPlanDialog
        relation={relation.id}
        kind="repair-talk"
        seen={seen}
        open={planning}
        onClose={() => setPlanning(false)}
      />
    </>
  )
}
