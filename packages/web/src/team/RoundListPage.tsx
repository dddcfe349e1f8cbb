import './team.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RoundSummary } from '@weerklank/core/team/team.contract'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { lastDay } from './round-day.ts'
import { roundListText } from './round-list.text.ts'
import { roundListQuery } from './team.queries.ts'

/** The rounds that one made or may read. */
export function RoundListPage() {
  const text = useText(roundListText)
  const query = useQuery(roundListQuery)
  const make = (
    <LinkButton variant="primary" icon="plus" to="/peilingen/nieuw">
      {text.make}
    </LinkButton>
  )
  const isEmpty = query.data?.rounds.length === 0
  return (
    <>
      <PageHeader title={text.title} intro={text.intro} actions={isEmpty ? undefined : make} />
      <PageState
        query={query}
        isEmpty={({ rounds }) => rounds.length === 0}
        empty={<EmptyState title={text.emptyTitle} text={text.emptyText} action={make} />}
      >
        {({ rounds }) => (
          <ul className="wk-lines">
            {rounds.map((round) => (
              <RoundLine key={round.id} round={round} />
            ))}
          </ul>
        )}
      </PageState>
    </>
  )
}

function RoundLine({ round }: { round: RoundSummary }) {
  const text = useText(roundListText)
  const seen = useDaySeen(useNow())
  const isOpen = round.status === 'open'
  const when = isOpen
    ? text.closes(lastDay(round.closesAt, seen))
    : text.closedOn(lastDay(round.closedAt ?? round.closesAt, seen, 0))
  return (
    <li className="wk-round-line">
      <Link to="/peilingen/$round" params={{ round: round.id }}>
        {round.title}
      </Link>
      <Chip tone={isOpen ? 'primary' : 'plain'}>{isOpen ? text.open : text.closed}</Chip>
      <p className="wk-muted wk-small">
        {text.invited(round.invited)}. {when}.
      </p>
    </li>
  )
}
