import './buddies.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { BuddyRoom } from '@weerklank/core/learning/buddy.contract'
import { useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { BuddyFormed } from './BuddyFormed.tsx'
import { BuddyLeftList } from './BuddyLeftList.tsx'
import { BuddyProposal } from './BuddyProposal.tsx'
import { BuddyPropose } from './BuddyPropose.tsx'
import { BuddyTies } from './BuddyTies.tsx'
import { BuddyWishes } from './BuddyWishes.tsx'
import { buddiesQuery } from './buddies.queries.ts'
import { buddiesText } from './buddies.text.ts'
import { TrajectoryFrame } from './TrajectoryFrame.tsx'

/** Who learns with whom: the proposal, the pairs, and what people wish. */
export function BuddiesPage() {
  const { trajectory } = useParams({ from: '/members/leren/$trajectory/maatjes' })
  return (
    <TrajectoryFrame trajectory={trajectory} part="buddies">
      {() => <Buddies trajectory={trajectory} />}
    </TrajectoryFrame>
  )
}

function Buddies({ trajectory }: { trajectory: string }) {
  const query = useQuery(buddiesQuery(trajectory))
  return (
    <PageState query={query}>
      {(room) => (
        <div className="wk-stack wk-stack--wide">
          <Now room={room} trajectory={trajectory} />
          {room.people.length > 0 && <BuddyWishes room={room} trajectory={trajectory} />}
          {room.people.length > 1 && <BuddyTies room={room} trajectory={trajectory} />}
          <Before room={room} trajectory={trajectory} />
        </div>
      )}
    </PageState>
  )
}

type Props = { room: BuddyRoom; trajectory: string }

/** The proposal when one lies there; else the pairs there are; else how it begins. */
function Now({ room, trajectory }: Props) {
  const text = useText(buddiesText)
  const [newest] = room.rounds
  const propose = <BuddyPropose room={room} trajectory={trajectory} />
  if (newest === undefined) {
    return (
      <>
        <EmptyState title={text.emptyTitle} text={text.emptyText} />
        {room.mayChange && propose}
      </>
    )
  }
  if (newest.formedAt === null) {
    return <BuddyProposal key={newest.version} room={room} round={newest} trajectory={trajectory} />
  }
  return (
    <>
      <BuddyFormed room={room} round={newest} trajectory={trajectory} isNow />
      {room.left.length > 0 && <BuddyLeftList room={room} />}
      {room.mayChange && <Disclosure label={text.proposeNext}>{propose}</Disclosure>}
    </>
  )
}

function Before({ room, trajectory }: Props) {
  const text = useText(buddiesText)
  const earlier = room.rounds.slice(1)
  if (earlier.length === 0) return null
  return (
    <Section title={text.before}>
      {earlier.map((round) => (
        <BuddyFormed key={round.number} room={room} round={round} trajectory={trajectory} />
      ))}
    </Section>
  )
}
