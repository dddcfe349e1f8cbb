import { useQuery } from '@tanstack/react-query'
import { exportPurposes, exportPurposeTexts } from '@weerklank/core/access/purpose-lock'
import { reportFormats } from '@weerklank/core/learning/report'
import type { ReportFile } from '@weerklank/core/learning/report.contract'
import { fullDay } from '@weerklank/core/shared/day-words'
import { useDaySeen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { TakeFileForm } from '../ui/TakeFileForm.tsx'
import { filesQuery, usePublishFile, useTakeReport } from './report.queries.ts'
import { reportText } from './report.text.ts'

/** Takes the report or its data along, and tells of what left before. */
export function ReportFiles({ trajectory }: { trajectory: string }) {
  const text = useText(reportText)
  return (
    <>
      <Section title={text.take} intro={text.takeIntro}>
        <Take trajectory={trajectory} />
      </Section>
      <Section title={text.left}>
        <Left trajectory={trajectory} />
      </Section>
    </>
  )
}

function Take({ trajectory }: { trajectory: string }) {
  const text = useText(reportText)
  const language = useLanguage()
  const take = useTakeReport(trajectory)
  return (
    <TakeFileForm
      id="verslag"
      formats={reportFormats}
      purposes={exportPurposes.map((value) => ({ value, label: exportPurposeTexts[value][language] }))}
      text={text}
      button={text.make}
      done={text.made}
      take={take}
    />
  )
}

function Left({ trajectory }: { trajectory: string }) {
  const text = useText(reportText)
  const query = useQuery(filesQuery(trajectory))
  return (
    <PageState query={query}>
      {({ files }) =>
        files.length === 0 ? (
          <p className="wk-muted">{text.leftNone}</p>
        ) : (
          <ul className="wk-stack">
            {files.map((file) => (
              <LeftFile key={file.id} trajectory={trajectory} file={file} />
            ))}
          </ul>
        )
      }
    </PageState>
  )
}

function LeftFile({ trajectory, file }: { trajectory: string; file: ReportFile }) {
  const text = useText(reportText)
  const seen = useDaySeen(new Date().toISOString())
  const publish = usePublishFile(trajectory)
  const { format, madeBy, madeAt, publishedAt, changed, withdrawn } = file
  const told = (value: number | null) => (value === null ? text.nothing : String(value))
  return (
    <li className="wk-stack">
      <p>
        <strong>{text.formats[format].name}</strong>
        <br />
        {text.leftBy(madeBy, fullDay(madeAt, seen))}
      </p>
      {withdrawn.length > 0 && <p className="wk-report-box">{text.withdrawn(withdrawn.join(', '))}</p>}
      {changed.length === 0 ? (
        <p className="wk-muted">{text.unchanged}</p>
      ) : (
        <Table
          caption={text.changed}
          captionVisible
          columns={[
            { id: 'label', head: text.number, cell: ({ label }) => label },
            { id: 'was', head: text.was, cell: ({ was }) => told(was), numeric: true },
            { id: 'is', head: text.is, cell: ({ is }) => told(is), numeric: true },
          ]}
          rows={changed}
          rowId={({ key }) => key}
        />
      )}
      {publishedAt === null ? (
        <div className="wk-no-print">
          <Button busy={publish.isPending} onClick={() => publish.mutate(file.id)}>
            {text.publish}
          </Button>
        </div>
      ) : (
        <p className="wk-muted">{text.publishedOn(fullDay(publishedAt, seen))}</p>
      )}
    </li>
  )
}
