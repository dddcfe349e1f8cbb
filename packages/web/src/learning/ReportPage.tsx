import './report.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { componentLater } from '../ui/Later.tsx'
import { PageState } from '../ui/PageState.tsx'
import { ReportEditor } from './ReportEditor.tsx'
import { reportQuery } from './report.queries.ts'
import { TrajectoryFrame } from './TrajectoryFrame.tsx'

// They stand under the report itself.
const LaterQuotes = componentLater(async () => (await import('./ReportQuotes.tsx')).ReportQuotes)
const LaterFiles = componentLater(async () => (await import('./ReportFiles.tsx')).ReportFiles)

/** The report of a trajectory: composed and written here, with the numbers and quotes of now, and taken along. */
export function ReportPage() {
  const { trajectory } = useParams({ from: '/members/leren/$trajectory/verslag' })
  const query = useQuery(reportQuery(trajectory))
  return (
    <TrajectoryFrame trajectory={trajectory} part="report">
      {() => (
        <div className="wk-stack wk-stack--wide">
          <PageState query={query}>
            {(read) => <ReportEditor key={trajectory} trajectory={trajectory} read={read} />}
          </PageState>
          <Suspense fallback={null}>
            <LaterQuotes trajectory={trajectory} />
            <LaterFiles trajectory={trajectory} />
          </Suspense>
        </div>
      )}
    </TrajectoryFrame>
  )
}
