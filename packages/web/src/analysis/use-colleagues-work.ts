import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { useEffect, useRef } from 'react'
import { useMe } from '../access/access.ts'
import { analysisKeys, analysisQuery, historyQuery } from './analysis.queries.ts'

const everyMs = 8_000

/** While several people work on an analysis: what another one did appears by itself, without moving what one looks at. */
export function useColleaguesWork({ id, members }: Pick<Analysis, 'id' | 'members'>): void {
  const queryClient = useQueryClient()
  const me = useMe().member.id
  const isAlone = members.length < 2
  const { data } = useInfiniteQuery({
    ...historyQuery(id),
    refetchInterval: everyMs,
    enabled: !isAlone,
  })
  const seen = useRef<string>(undefined)
  const [first] = data?.pages ?? []
  useEffect(() => {
    if (first === undefined) return
    const others = first.deeds.filter(({ by }) => by !== me).map(({ at, undoneAt }) => undoneAt ?? at)
    const latest = others.sort().at(-1) ?? ''
    if (seen.current !== undefined && latest > seen.current) {
      void queryClient.invalidateQueries({ queryKey: analysisQuery(id).queryKey })
      void queryClient.invalidateQueries({ queryKey: [...analysisKeys.one(id), 'document'] })
      void queryClient.invalidateQueries({ queryKey: analysisKeys.quotes(id) })
    }
    seen.current = latest
  }, [first, me, id, queryClient])
}
