import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useText } from '../language/use-text.ts'
import { relationQuery } from '../relation/relation.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { CheckExportForm } from './CheckExportForm.tsx'
import { checkExportText } from './check-export.text.ts'
import { ExportJobs } from './ExportJobs.tsx'
import { exportJobText } from './export-job.text.ts'
import { ReportForm } from './ReportForm.tsx'

/** A report or checks to take along: of one collaboration, or the checks of all of one's own. */
export function CheckExportPage() {
  const text = useText(checkExportText)
  const jobText = useText(exportJobText)
  const { van: relation } = useSearch({ from: '/members/samenwerkingen/meenemen' })
  return (
    <>
      <PageHeader
        title={relation === undefined ? jobText.titleAll : jobText.title}
        back={
          relation === undefined ? (
            <Link to="/samenwerkingen">{text.backToList}</Link>
          ) : (
            <Link to="/samenwerkingen/$relation" params={{ relation }}>
              {text.backToRelation}
            </Link>
          )
        }
      />
      <Section title={text.careful}>
        <ul>
          {text.carefulText.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      {relation !== undefined && <Report relation={relation} />}
      <Section title={jobText.checks}>
        <p>{relation === undefined ? text.introAll : text.introOne}</p>
        <CheckExportForm relation={relation} />
      </Section>
      <ExportJobs />
    </>
  )
}

function Report({ relation }: { relation: string }) {
  const text = useText(exportJobText)
  const query = useQuery(relationQuery(relation))
  return (
    <Section title={text.report}>
      <p>{text.reportIntro}</p>
      <PageState query={query}>
        {({ participants }) => <ReportForm relation={relation} people={participants} />}
      </PageState>
    </Section>
  )
}
