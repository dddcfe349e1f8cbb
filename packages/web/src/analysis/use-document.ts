import { useInfiniteQuery } from '@tanstack/react-query'
import type { Passage } from '@weerklank/core/analysis/analysis.contract'
import { useEffect, useMemo } from 'react'
import { documentQuery } from './analysis.queries.ts'

/** A breath between two pages, so that drawing one never waits for drawing the other. */
const pauseMs = 40

/** The words of a document: the first page at once, the others one after the other, until everything is there. */
export function useDocument(analysis: string, document: string) {
  const query = useInfiniteQuery(documentQuery(analysis, document))
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query
  const mayGoOn = hasNextPage && !isFetching && !isFetchNextPageError
  useEffect(() => {
    if (!mayGoOn) return
    const timer = setTimeout(() => void fetchNextPage(), pauseMs)
    return () => clearTimeout(timer)
  }, [mayGoOn, fetchNextPage])
  const passages = useMemo<readonly Passage[]>(
    () => data?.pages.flatMap((page) => page.passages) ?? [],
    [data],
  )
  return { query, passages }
}
