import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TrajectoryDetails } from '@weerklank/core/learning/trajectory.contract'
import type { ReactNode } from 'react'
import { useText } from '../language/use-text.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { type TrajectoryTab, TrajectoryTabs } from './TrajectoryTabs.tsx'
import { trajectoryQuery } from './trajectory.queries.ts'
import { trajectoryFrameText } from './trajectory-frame.text.ts'

type Props = {
  trajectory: string
  /** Which part, for the name of the document; left out on the first. */
  part?: TrajectoryTab
  /** The main action of this part, once. */
  actions?: (details: TrajectoryDetails) => ReactNode
  children: (details: TrajectoryDetails) => ReactNode
}

/** Begins every page of one trajectory: its title and purpose, and the way to its other parts. */
export function TrajectoryFrame({ trajectory, part, actions, children }: Props) {
  const text = useText(trajectoryFrameText)
  const query = useQuery(trajectoryQuery(trajectory))
  return (
    <PageState query={query}>
      {(details) => (
        <>
          <div className="wk-trajectory-head">
            <PageHeader
              title={details.title}
              documentTitle={part === undefined ? details.title : `${text.tab[part]} · ${details.title}`}
              intro={details.purpose === '' ? text.noPurpose : details.purpose}
              back={<Link to="/leren">{text.back}</Link>}
              actions={actions?.(details)}
            />
            <TrajectoryTabs trajectory={details.id} leads={details.may.lead} />
          </div>
          {children(details)}
        </>
      )}
    </PageState>
  )
}
