import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { PageState } from '../ui/PageState.tsx'
import { AnalysisHead } from './AnalysisHead.tsx'
import { analysisQuery } from './analysis.queries.ts'

/** The frame of this part; its content follows. */
export function MatrixPage() {
  const { analysis } = useParams({ strict: false })
  const query = useQuery(analysisQuery(analysis ?? ''))
  return <PageState query={query}>{(found) => <AnalysisHead analysis={found} part="matrix" />}</PageState>
}
