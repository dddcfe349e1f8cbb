import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { exportPurposes, exportPurposeTexts } from '@weerklank/core/access/purpose-lock'
import type { AnalysisFormat } from '@weerklank/core/analysis/exchange'
import { useLanguage, useText } from '../language/use-text.ts'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { TakeFileForm } from '../ui/TakeFileForm.tsx'
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

const order = ['docx', 'pdf', 'xlsx', 'csv', 'qdpx', 'qdc'] as const satisfies readonly AnalysisFormat[]

function Take({ analysis }: { analysis: string }) {
  const text = useText(exchangeText)
  const language = useLanguage()
  const take = useTakeAnalysis(analysis)
  return (
    <Section title={text.takeTitle} intro={text.takeIntro}>
      <TakeFileForm
        id="meenemen"
        formats={order}
        purposes={exportPurposes.map((value) => ({ value, label: exportPurposeTexts[value][language] }))}
        text={text}
        hint={text.reportRule}
        button={text.take}
        done={text.taken}
        take={take}
      />
    </Section>
  )
}
