import { useQuery } from '@tanstack/react-query'
import { type ExportPurpose, exportPurposes, exportPurposeTexts } from '@weerklank/core/access/purpose-lock'
import { reportFormats, type TrajectoryReportFormat } from '@weerklank/core/learning/report'
import type { ReportFile } from '@weerklank/core/learning/report.contract'
import { fullDay } from '@weerklank/core/shared/day-words'
import { type SubmitEvent, useState } from 'react'
import { useDaySeen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { PageState } from '../ui/PageState.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Section } from '../ui/Section.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { Table } from '../ui/Table.tsx'
import { filesQuery, usePublishFile, useTakeReport } from './report.queries.ts'
import { reportText } from './report.text.ts'

const purposeField = 'verslag-waarvoor'

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
  const [format, setFormat] = useState<TrajectoryReportFormat>('docx')
  const [purpose, setPurpose] = useState<ExportPurpose | null>(null)
  const [tried, setTried] = useState(false)
  const take = useTakeReport(trajectory)
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (purpose === null) return document.getElementById(purposeField)?.focus()
    if (!take.isPending) take.mutate({ format, purpose })
  }
  return (
    <form noValidate className="wk-stack wk-no-print" onSubmit={handleSubmit}>
      <RadioGroup
        id="verslag-bestand"
        label={text.format}
        value={format}
        options={reportFormats.map((value) => ({
          ...{ value, label: text.formats[value].name, hint: text.formats[value].what },
        }))}
        onChange={setFormat}
      />
      <SelectField
        id={purposeField}
        label={text.purpose}
        hint={text.purposeHint}
        value={purpose}
        error={tried && purpose === null ? text.purposeMissing : undefined}
        options={exportPurposes.map((value) => ({ value, label: exportPurposeTexts[value][language] }))}
        onChange={setPurpose}
      />
      <FormEnd busy={take.isPending} error={take.error?.message}>
        {text.make}
      </FormEnd>
      <p role="status">{take.isSuccess ? text.made : ''}</p>
    </form>
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
