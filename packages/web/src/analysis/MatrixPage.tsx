import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useText } from '../language/use-text.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { componentLater } from '../ui/Later.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { AnalysisHead } from './AnalysisHead.tsx'
import { analysisQuery } from './analysis.queries.ts'
import { matrixText } from './matrix.text.ts'

// The heading stands first, the grid and its picture at once after it.
const MatrixThemes = componentLater(async () => (await import('./MatrixThemes.tsx')).MatrixThemes)

/** Themes beside voices, sources or moments: who said what, who contradicts, and who said nothing. */
export function MatrixPage() {
  const { analysis } = useParams({ from: '/members/duiden/$analysis/themas' })
  const query = useQuery(analysisQuery(analysis))
  return (
    <PageState query={query}>
      {(found) => (
        <>
          <AnalysisHead analysis={found} part="matrix" />
          {found.codes.length === 0 ? (
            <NoThemes analysis={found.id} />
          ) : (
            <Suspense fallback={<Skeleton />}>
              <MatrixThemes analysis={found} />
            </Suspense>
          )}
        </>
      )}
    </PageState>
  )
}

function NoThemes({ analysis }: { analysis: string }) {
  const text = useText(matrixText)
  return (
    <EmptyState
      title={text.noneTitle}
      text={text.noneText}
      action={
        <LinkButton variant="primary" to="/duiden/$analysis" params={{ analysis }}>
          {text.toTexts}
        </LinkButton>
      }
    />
  )
}
