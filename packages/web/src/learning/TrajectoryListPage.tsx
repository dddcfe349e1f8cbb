import './trajectory.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TrajectorySummary } from '@weerklank/core/learning/trajectory.contract'
import { useText } from '../language/use-text.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { MyPlaces } from './MyPlaces.tsx'
import { trajectoryListQuery } from './trajectory.queries.ts'
import { trajectoryText } from './trajectory.text.ts'
import { usePlanDay } from './use-plan-day.ts'

/** The trajectories that one leads, or whose monitor one reads. */
export function TrajectoryListPage() {
  const text = useText(trajectoryText)
  const query = useQuery(trajectoryListQuery)
  const make = (
    <LinkButton variant="primary" icon="plus" to="/leren/nieuw">
      {text.make}
    </LinkButton>
  )
  const isEmpty = query.data?.trajectories.length === 0
  return (
    <>
      <PageHeader title={text.title} intro={text.intro} actions={isEmpty ? undefined : make} />
      <PageState
        query={query}
        isEmpty={({ trajectories }) => trajectories.length === 0}
        empty={<EmptyState title={text.emptyTitle} text={text.emptyText} action={make} />}
      >
        {({ trajectories }) => <Parts trajectories={trajectories} />}
      </PageState>
      <MyPlaces />
    </>
  )
}

function Parts({ trajectories }: { trajectories: readonly TrajectorySummary[] }) {
  const text = useText(trajectoryText)
  return (['running', 'draft', 'ended'] as const).map((status) => {
    const found = trajectories.filter((one) => one.status === status)
    if (found.length === 0) return null
    return (
      <Section key={status} title={text.status[status]}>
        <ul className="wk-lines">
          {found.map((one) => (
            <Line key={one.id} trajectory={one} />
          ))}
        </ul>
      </Section>
    )
  })
}

function Line({ trajectory }: { trajectory: TrajectorySummary }) {
  const text = useText(trajectoryText)
  const day = usePlanDay()
  const { id, title, learners, next, startsOn, status, leads } = trajectory
  const facts = [
    text.learners(learners),
    ...(status === 'draft' ? [text.starts(day(startsOn))] : []),
    ...(leads ? [] : [text.reads]),
  ]
  return (
    <li className="wk-trajectory-line">
      <Link to="/leren/$trajectory" params={{ trajectory: id }}>
        {title}
      </Link>
      {next !== null && <p>{text.next(next.title, day(next.on))}</p>}
      <p className="wk-muted wk-small">{facts.join(' · ')}</p>
    </li>
  )
}
