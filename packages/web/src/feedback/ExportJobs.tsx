import './export-job.css'
import { useQuery } from '@tanstack/react-query'
import { useSeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { ExportJobLine } from './ExportJobLine.tsx'
import { exportJobsQuery } from './export-job.queries.ts'
import { exportJobText } from './export-job.text.ts'

const place = 'je-bestanden'

/** Leads to the list, where what was just asked for stands on top. */
export function toExportJobs(): void {
  document.getElementById(place)?.focus()
}

/** The files that one had made: how far they are, to keep and to take away. */
export function ExportJobs() {
  const text = useText(exportJobText)
  const query = useQuery(exportJobsQuery)
  const seen = useSeen(query.dataUpdatedAt === 0 ? Date.now() : query.dataUpdatedAt)
  return (
    <div id={place} tabIndex={-1} className="wk-export-jobs-place">
      <Section title={text.files}>
        <p className="wk-muted">{text.filesIntro}</p>
        <PageState query={query}>
          {({ jobs }) =>
            jobs.length === 0 ? (
              <p>{text.none}</p>
            ) : (
              <ul className="wk-lines wk-export-jobs">
                {jobs.map((job) => (
                  <ExportJobLine key={job.id} job={job} seen={seen} />
                ))}
              </ul>
            )
          }
        </PageState>
      </Section>
    </div>
  )
}
