import './coding.css'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { useText } from '../language/use-text.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageState } from '../ui/PageState.tsx'
import { AnalysisHead } from './AnalysisHead.tsx'
import { analysisQuery } from './analysis.queries.ts'
import { codingText } from './coding.text.ts'
import { useColleaguesWork } from './use-colleagues-work.ts'
import { Workbench } from './Workbench.tsx'

const from = '/members/duiden/$analysis'

/** The texts of an analysis: giving words a code. */
export function CodingPage() {
  const { analysis } = useParams({ from })
  const query = useQuery(analysisQuery(analysis))
  return <PageState query={query}>{(found) => <Texts analysis={found} />}</PageState>
}

function Texts({ analysis }: { analysis: Analysis }) {
  const text = useText(codingText)
  const { tekst, bij } = useSearch({ from })
  useColleaguesWork(analysis)
  const { documents, id } = analysis
  const document = documents.find((one) => one.id === tekst) ?? documents[0]
  const params = { analysis: id }
  return (
    <>
      <AnalysisHead
        analysis={analysis}
        actions={
          <>
            <LinkButton variant="quiet" icon="clock" to="/duiden/$analysis/geschiedenis" params={params}>
              {text.history}
            </LinkButton>
            <LinkButton icon="settings" to="/duiden/$analysis/instellen" params={params}>
              {text.settings}
            </LinkButton>
          </>
        }
      />
      {document === undefined ? (
        <EmptyState
          title={text.noDocumentsTitle}
          text={text.noDocumentsText}
          action={
            <LinkButton variant="primary" to="/duiden/$analysis/instellen" params={params}>
              {text.choose}
            </LinkButton>
          }
        />
      ) : (
        <Workbench key={document.id} analysis={analysis} document={document.id} passage={bij} />
      )}
    </>
  )
}
