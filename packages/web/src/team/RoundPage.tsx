import './team.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { MadeRound, RoundDetails } from '@weerklank/core/team/team.contract'
import { Suspense, useState } from 'react'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { componentLater } from '../ui/Later.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { RoundOpen } from './RoundOpen.tsx'
import { RoundTickets } from './RoundTickets.tsx'
import { roundText } from './round.text.ts'
import { lastDay } from './round-day.ts'
import { roundQuery } from './team.queries.ts'

const RoundReport = componentLater(async () => (await import('./RoundReport.tsx')).RoundReport)

/** One round: while it is open how far it is, afterwards what came out. */
export function RoundPage() {
  const { round } = useParams({ from: '/members/peilingen/$round' })
  const query = useQuery(roundQuery(round))
  const [renewed, setRenewed] = useState<MadeRound | null>(null)
  if (renewed !== null && renewed.round.id === round)
    return <RoundTickets made={renewed} onDone={() => setRenewed(null)} />
  return (
    <PageState query={query} loading={<Header round={null} />}>
      {(details) => (
        <>
          <Header round={details} />
          {details.outcome === null ? (
            <RoundOpen round={details} onRenewed={setRenewed} />
          ) : (
            <Suspense fallback={<Skeleton lines={8} />}>
              <RoundReport round={details} outcome={details.outcome} />
            </Suspense>
          )}
        </>
      )}
    </PageState>
  )
}

function Header({ round }: { round: RoundDetails | null }) {
  const text = useText(roundText)
  const seen = useDaySeen(useNow())
  const back = <Link to="/peilingen">{text.back}</Link>
  if (round === null) return <PageHeader title={text.back} back={back} />
  const isOpen = round.outcome === null
  const intro = isOpen
    ? text.openIntro(round.invited, lastDay(round.closesAt, seen))
    : text.closedIntro(round.invited, lastDay(round.closedAt ?? round.closesAt, seen, 0))
  const print = (
    <Button icon="print" onClick={() => window.print()}>
      {text.print}
    </Button>
  )
  return <PageHeader title={round.title} intro={intro} back={back} actions={isOpen ? undefined : print} />
}
