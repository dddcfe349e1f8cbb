import { useQuery } from '@tanstack/react-query'
import type { RunChartAnnotation } from '@weerklank/core/charts/run-chart-input'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { useEffect, useMemo, useState } from 'react'
import type { Seen } from '../language/use-seen.ts'
import type { TimelineItem } from '../ui/Timeline.tsx'
import { rupturesQuery } from './rupture.queries.ts'

type Events = typeof import('./rupture-events.ts')
type Strain = { inChart: readonly RunChartAnnotation[]; inStory: readonly TimelineItem[] }

const none: Strain = { inChart: [], inStory: [] }

/** What strain tells about a collaboration, for picture and story. Its code comes when the page stands there. */
export function useStrain({ id, participants }: RelationDetails, seen: Seen): Strain {
  const [events, setEvents] = useState<Events | null>(null)
  const { data } = useQuery({ ...rupturesQuery(id), enabled: events !== null })
  useEffect(() => {
    import('./rupture-events.ts').then(setEvents, () => undefined)
  }, [])
  return useMemo(() => {
    if (events === null || data === undefined) return none
    const of = { ruptures: data.ruptures, participants, seen }
    return { inChart: events.strainInChart(of), inStory: events.strainInStory(of) }
  }, [events, data, participants, seen])
}
