import './report.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { PageState } from '../ui/PageState.tsx'
import { ReportEditor } from './ReportEditor.tsx'
import { ReportFiles } from './ReportFiles.tsx'
import { ReportQuotes } from './ReportQuotes.tsx'
import { reportQuery } from './report.queries.ts'
import { TrajectoryFrame } from './TrajectoryFrame.tsx'

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
          <ReportQuotes trajectory={trajectory} />
          <ReportFiles trajectory={trajectory} />
        </div>
      )}
    </TrajectoryFrame>
  )
}
