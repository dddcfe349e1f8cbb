import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { componentLater } from '../ui/Later.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { AnalysisHead } from './AnalysisHead.tsx'
import { analysisQuery } from './analysis.queries.ts'
import { mapQuery } from './pictures.queries.ts'

// The heading stands first: drawing weighs as much as the rest of the page.
const MapDrawn = componentLater(async () => (await import('./MapDrawn.tsx')).MapDrawn)

/** The map of synergy of one analysis, with the shadow side in the same picture. */
export function MapPage() {
  const { analysis } = useParams({ from: '/members/duiden/$analysis/kaart' })
  const query = useQuery(analysisQuery(analysis))
  const map = useQuery(mapQuery(analysis))
  return (
    <PageState query={query}>
      {(found) => (
        <>
          <AnalysisHead analysis={found} part="map" />
          <PageState query={map}>
            {(data) => (
              <Suspense fallback={<Skeleton />}>
                <MapDrawn analysis={found} map={data} />
              </Suspense>
            )}
          </PageState>
        </>
      )}
    </PageState>
  )
}
