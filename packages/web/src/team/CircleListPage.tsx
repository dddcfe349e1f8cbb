import './circle.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CircleSummary } from '@weerklank/core/team/circle.contract'
import { useText } from '../language/use-text.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { circleListQuery } from './circle.queries.ts'
import { circleListText } from './circle-list.text.ts'
import { useCircleDay } from './use-circle-day.ts'
import { useMomentDay } from './use-moment-day.ts'

/** The teams and networks in which one takes part, in the order of the alphabet and without outcomes. */
export function CircleListPage() {
  const text = useText(circleListText)
  const query = useQuery(circleListQuery)
  const make = (
    <LinkButton variant="primary" icon="plus" to="/team/nieuw">
      {text.make}
    </LinkButton>
  )
  const isEmpty = query.data?.circles.length === 0
  return (
    <>
      <PageHeader title={text.title} intro={text.intro} actions={isEmpty ? undefined : make} />
      <PageState
        query={query}
        isEmpty={({ circles }) => circles.length === 0}
        empty={<EmptyState title={text.emptyTitle} text={text.emptyText} action={make} />}
      >
        {({ circles }) => (
          <>
            <Lines title={text.running} circles={circles.filter(({ isRunning }) => isRunning)} />
            <Lines title={text.over} circles={circles.filter(({ isRunning }) => !isRunning)} />
          </>
        )}
      </PageState>
      <Section title={text.more}>
        <ul className="wk-lines">
          <li className="wk-circle-line">
            <Link to="/team/keuzehulp">{text.chooser}</Link>
          </li>
          <li className="wk-circle-line">
            <Link to="/peilingen">{text.rounds}</Link>
          </li>
        </ul>
      </Section>
    </>
  )
}

function Lines({ title, circles }: { title: string; circles: readonly CircleSummary[] }) {
  if (circles.length === 0) return null
  return (
    <Section title={title}>
      <ul className="wk-lines">
        {circles.map((one) => (
          <Line key={one.relation} circle={one} />
        ))}
      </ul>
    </Section>
  )
}

function Line({ circle }: { circle: CircleSummary }) {
  const text = useText(circleListText)
  const day = useCircleDay()
  const dayOf = useMomentDay()
  const { relation, title, kind, people, next, midcourseOn, isMidcourse, isRunning, endsOn } = circle
  const facts = [
    ...[text.kind[kind], text.people(people)],
    ...(isRunning && next !== null ? [text.next(dayOf(next))] : []),
    ...(isRunning && !isMidcourse && midcourseOn !== null ? [text.midcourse(day(midcourseOn))] : []),
    ...(isRunning && endsOn !== null ? [text.until(day(endsOn))] : []),
  ]
  return (
    <li className="wk-circle-line">
      <Link to="/team/$relation" params={{ relation }}>
        {title}
      </Link>
      {isMidcourse && <p>{text.midcourseNow}</p>}
      <p className="wk-muted wk-small">{facts.join(' · ')}</p>
    </li>
  )
}
