import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ExportPurpose, exportPurposes, exportPurposeTexts } from '@weerklank/core/access/purpose-lock'
import type { AnalysisFormat } from '@weerklank/core/analysis/exchange'
import { type SubmitEvent, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { PageState } from '../ui/PageState.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Section } from '../ui/Section.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { AnalysisHead } from './AnalysisHead.tsx'
import { analysisQuery } from './analysis.queries.ts'
import { useTakeAnalysis } from './exchange.queries.ts'
import { exchangeText } from './exchange.text.ts'

/** Takes an analysis along: as a report, as a table, or for another program. */
export function ReportPage() {
  const { analysis = '' } = useParams({ strict: false })
  const query = useQuery(analysisQuery(analysis))
  return (
    <PageState query={query}>
      {(found) => (
        <>
          <AnalysisHead analysis={found} part="report" />
          <Take analysis={analysis} />
        </>
      )}
    </PageState>
  )
}

const order: readonly AnalysisFormat[] = ['docx', 'pdf', 'xlsx', 'csv', 'qdpx', 'qdc']
const purposeField = 'meenemen-waarvoor'

function Take({ analysis }: { analysis: string }) {
  const text = useText(exchangeText)
  const language = useLanguage()
  const [format, setFormat] = useState<AnalysisFormat>('docx')
  const [purpose, setPurpose] = useState<ExportPurpose | null>(null)
  const [tried, setTried] = useState(false)
  const take = useTakeAnalysis(analysis)

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (purpose === null) return document.getElementById(purposeField)?.focus()
    if (!take.isPending) take.mutate({ format, purpose })
  }

  return (
    <Section title={text.takeTitle} intro={text.takeIntro}>
      <form noValidate className="wk-stack" onSubmit={handleSubmit}>
        <RadioGroup
          id="meenemen-bestand"
          label={text.format}
          hint={text.reportRule}
          value={format}
          options={order.map((value) => ({
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
          {text.take}
        </FormEnd>
        <p role="status">{take.isSuccess ? text.taken : ''}</p>
      </form>
    </Section>
  )
}
