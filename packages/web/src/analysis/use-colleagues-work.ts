import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { type RefObject, useEffect, useRef } from 'react'
import { useMe } from '../access/access.ts'
import { analysisKeys, analysisQuery, historyQuery } from './analysis.queries.ts'

// Each look stands in the record, so nobody looks on behalf of a screen that is left alone.
const everyMs = 15_000
const leftAloneMs = 120_000
const leftAloneEveryMs = 300_000
const signsOfLife = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/** While several people work on an analysis: what another one did appears by itself, without moving what one looks at. */
export function useColleaguesWork({ id, members }: Pick<Analysis, 'id' | 'members'>): void {
  const queryClient = useQueryClient()
  const me = useMe().member.id
  const isAlone = members.length < 2
  const touched = useTouched()
  const { data } = useInfiniteQuery({
    ...historyQuery(id),
    refetchInterval: () => (Date.now() - touched.current < leftAloneMs ? everyMs : leftAloneEveryMs),
    refetchOnWindowFocus: true,
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

/** When somebody last did something on this page. */
function useTouched(): RefObject<number> {
  const touched = useRef(Date.now())
  useEffect(() => {
    const note = () => {
      touched.current = Date.now()
    }
    for (const sign of signsOfLife) document.addEventListener(sign, note, { passive: true })
    return () => {
      for (const sign of signsOfLife) document.removeEventListener(sign, note)
    }
  }, [])
  return touched
}
