import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import { call, type Sent } from '../api/client.ts'

type Endpoints = typeof analysisEndpoints

/** Under which keys answers are kept: everything about one analysis hangs under `['analysis', id]`. */
export const analysisKeys = {
  list: ['analyses'],
  one: (analysis: string) => ['analysis', analysis] as const,
  document: (analysis: string, document: string) => ['analysis', analysis, 'document', document] as const,
  quotes: (analysis: string) => ['analysis', analysis, 'quotes'] as const,
  history: (analysis: string) => ['analysis', analysis, 'history'] as const,
} as const

export const analysisListQuery = queryOptions({
  queryKey: analysisKeys.list,
  queryFn: () => call<Endpoints['list']>('GET', '/api/analyses', {}),
})

/** One analysis: documents, codes and memos. */
export function analysisQuery(analysis: string) {
  return queryOptions({
    queryKey: [...analysisKeys.one(analysis), 'itself'],
    queryFn: () => call<Endpoints['get']>('GET', '/api/analyses/:analysis', { params: { analysis } }),
    refetchOnWindowFocus: false,
  })
}

export const codebooksQuery = queryOptions({
  queryKey: ['codebooks'],
  queryFn: () => call<Endpoints['codebooks']>('GET', '/api/codebooks', {}),
  staleTime: Number.POSITIVE_INFINITY,
})

/** What an analysis could draw on, and whom one could ask along. */
export const analysisSourcesQuery = queryOptions({
  queryKey: ['analysis-sources'],
  queryFn: () => call<Endpoints['offered']>('GET', '/api/analysis-sources', {}),
})

/** So many passages at once: few enough that drawing them is never felt. */
const passagesAtOnce = 120

/** The words of one document with the codings in them, page after page. */
export function documentQuery(analysis: string, document: string) {
  return infiniteQueryOptions({
    queryKey: analysisKeys.document(analysis, document),
    queryFn: ({ pageParam }) =>
      call<Endpoints['passages']>('GET', '/api/analyses/:analysis/documents/:document/passages', {
        params: { analysis, document },
        query: { from: pageParam, limit: passagesAtOnce },
      }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: false,
  })
}

/** What of a filter is given; everything must hold. */
export type SentFilter = Omit<Sent<Endpoints['quotes']>['query'], 'after'>

/** Quotes that meet the filter, a hundred at a time. */
export function quotesQuery(analysis: string, filter: SentFilter) {
  return infiniteQueryOptions({
    queryKey: [...analysisKeys.quotes(analysis), filter],
    queryFn: ({ pageParam }) =>
      call<Endpoints['quotes']>('GET', '/api/analyses/:analysis/quotes', {
        params: { analysis },
        query: { ...filter, after: pageParam },
      }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: false,
  })
}

/** Where words stand in the texts. */
export function searchQuery(analysis: string, words: string) {
  return infiniteQueryOptions({
    queryKey: [...analysisKeys.one(analysis), 'search', words],
    queryFn: ({ pageParam }) =>
      call<Endpoints['search']>('GET', '/api/analyses/:analysis/search', {
        params: { analysis },
        query: { words, after: pageParam },
      }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    enabled: words.length > 1,
    refetchOnWindowFocus: false,
  })
}

/** What was changed, the last in front. */
export function historyQuery(analysis: string) {
  return infiniteQueryOptions({
    queryKey: analysisKeys.history(analysis),
    queryFn: ({ pageParam }) =>
      call<Endpoints['history']>('GET', '/api/analyses/:analysis/deeds', {
        params: { analysis },
        query: { after: pageParam },
      }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: false,
  })
}

type Beginning = {
  body: Sent<Endpoints['start']>['body']
  /** Everybody who works on it; empty: whoever makes it, alone. */
  members: readonly string[]
}

/** Begins an analysis, and lets colleagues in. When only the second failed, trying again does only that. */
export function useStartAnalysis() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ body, members }: Beginning) => {
      const { queryKey } = analysisQuery(body.id)
      const made =
        queryClient.getQueryData(queryKey) ??
        (await call<Endpoints['start']>('POST', '/api/analyses', { body }))
      queryClient.setQueryData(queryKey, made)
      if (members.length === 0) return
      const { title, question, sources } = body
      const change = { version: made.version, title, question, sources, members: [...members] }
      queryClient.setQueryData(
        queryKey,
        await call<Endpoints['change']>('PUT', '/api/analyses/:analysis', {
          params: { analysis: body.id },
          body: change,
        }),
      )
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: analysisKeys.list }),
  })
}

/** Changes title, question, sources or who works on it. */
export function useChangeAnalysis(analysis: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Sent<Endpoints['change']>['body']) =>
      call<Endpoints['change']>('PUT', '/api/analyses/:analysis', { params: { analysis }, body }),
    // Somebody was first: with how it stands now, saving again goes on from there.
    onError: () => queryClient.invalidateQueries({ queryKey: analysisQuery(analysis).queryKey }),
    onSuccess: (changed) => {
      queryClient.setQueryData(analysisQuery(analysis).queryKey, changed)
      return queryClient.invalidateQueries({ queryKey: analysisKeys.list })
    },
  })
}

/** Removes an analysis with all codes and memos. */
export function useRemoveAnalysis(analysis: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () =>
      call<Endpoints['remove']>('DELETE', '/api/analyses/:analysis', { params: { analysis } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: analysisKeys.list }),
  })
}
