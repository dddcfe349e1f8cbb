import './between.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageState } from '../ui/PageState.tsx'
import { BetweenMeasures } from './BetweenMeasures.tsx'
import { BetweenPlan } from './BetweenPlan.tsx'
import { BetweenReach } from './BetweenReach.tsx'
import { betweenQuery, useBeginNudges } from './between.queries.ts'
import { betweenText } from './between.text.ts'
import { TrajectoryFrame } from './TrajectoryFrame.tsx'

/** What comes between the meetings: cards by day, whom they reach, and whether a measure fits people's work. */
export function BetweenPage() {
  const { trajectory } = useParams({ from: '/members/leren/$trajectory/tussendoor' })
  const query = useQuery(betweenQuery(trajectory))
  return (
    <TrajectoryFrame trajectory={trajectory} part="between">
      {() => (
        <PageState query={query}>
          {(between) => (
            <div className="wk-stack wk-stack--wide">
              {between.nudges.length === 0 ? (
                <Begin trajectory={trajectory} mayChange={between.mayChange} />
              ) : (
                <BetweenPlan trajectory={trajectory} between={between} />
              )}
              <BetweenReach between={between} />
              <BetweenMeasures trajectory={trajectory} between={between} />
            </div>
          )}
        </PageState>
      )}
    </TrajectoryFrame>
  )
}

function Begin({ trajectory, mayChange }: { trajectory: string; mayChange: boolean }) {
  const text = useText(betweenText)
  const begin = useBeginNudges(trajectory)
  return (
    <EmptyState
      title={text.emptyTitle}
      text={begin.error?.message ?? text.emptyText}
      action={
        mayChange && (
          <Button variant="primary" busy={begin.isPending} onClick={() => begin.mutate(undefined)}>
            {text.begin}
          </Button>
        )
      }
    />
  )
}
