import { type QueryClient, useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import type { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import type { DeedDone } from '@weerklank/core/analysis/deed.contract'
import { useEffect } from 'react'
import { useMe } from '../access/access.ts'
import { ApiError } from '../api/api-error.ts'
import { call, type Sent } from '../api/client.ts'
import { newId } from '../api/new-id.ts'
import { analysisKeys, analysisQuery } from './analysis.queries.ts'
import { guessedPatch } from './deed-guess.ts'
import {
  analysisWith,
  type CodingPatch,
  type DocumentPages,
  pagesWith,
  quoteChanges,
  withQuotes,
} from './workbook-cache.ts'

type Endpoints = typeof analysisEndpoints
export type Change = Sent<Endpoints['act']>['body']['change']

/** One thing to do; its id is made once, so that sending again does it once. */
type Deed = { id: string; change: Change } | 'undo' | 'redo'

/** How what one did stands: on the server, under way, or waiting for a connection. */
export type SaveState = 'saved' | 'saving' | 'waiting'

const deedKey = (analysis: string) => ['analysis-deed', analysis] as const

/**
 * Does what an analyst does, in order, one after the other. A coding is seen at once; what the server then says wins. Without
 * a connection it goes on trying, and `state` says so.
 */
export function useDeeds(analysis: string) {
  const queryClient = useQueryClient()
  const me = useMe().member.id
  const mutation = useMutation({
    mutationKey: deedKey(analysis),
    scope: { id: `analysis-${analysis}` },
    mutationFn: (deed: Deed) => send(analysis, deed),
    retry: (_, error) => error instanceof ApiError && error.code === 'unavailable',
    retryDelay: (failures) => Math.min(1000 * 2 ** failures, 15_000),
    onMutate: (deed) => {
      if (typeof deed === 'string') return
      showCodes(queryClient, analysis, deed.change)
      const pages = allPages(queryClient, analysis)
      show(
        queryClient,
        analysis,
        guessedPatch(deed.change, pages, { coder: me, at: new Date().toISOString() }),
      )
    },
    onSuccess: (done) => {
      queryClient.setQueryData(analysisQuery(analysis).queryKey, (old) => old && analysisWith(old, done))
      patchPages(queryClient, analysis, { codings: done.codings, gone: done.gone.codings })
    },
    onError: () => queryClient.invalidateQueries({ queryKey: analysisKeys.one(analysis) }),
    onSettled: () => askCountsSoon(queryClient, analysis),
  })
  return {
    act: (change: Change): Promise<DeedDone> => mutation.mutateAsync({ id: newId(), change }),
    undo: () => mutation.mutateAsync('undo'),
    redo: () => mutation.mutateAsync('redo'),
  }
}

export type Deeds = ReturnType<typeof useDeeds>

function send(analysis: string, deed: Deed): Promise<DeedDone> {
  const params = { analysis }
  if (deed === 'undo') return call<Endpoints['undo']>('POST', '/api/analyses/:analysis/undo', { params })
  if (deed === 'redo') return call<Endpoints['redo']>('POST', '/api/analyses/:analysis/redo', { params })
  return call<Endpoints['act']>('POST', '/api/analyses/:analysis/deeds', { params, body: deed })
}

function allPages(queryClient: QueryClient, analysis: string): DocumentPages[] {
  return queryClient
    .getQueriesData<DocumentPages>({ queryKey: [...analysisKeys.one(analysis), 'document'] })
    .flatMap(([, pages]) => (pages === undefined ? [] : [pages]))
}

function patchPages(queryClient: QueryClient, analysis: string, patch: CodingPatch): void {
  queryClient.setQueriesData<DocumentPages>(
    { queryKey: [...analysisKeys.one(analysis), 'document'] },
    (pages) => pages && pagesWith(pages, patch),
  )
}

function show(queryClient: QueryClient, analysis: string, patch: CodingPatch): void {
  const away = new Set<string>([...patch.gone, ...patch.codings.map(({ id }) => id)])
  const before = allPages(queryClient, analysis)
    .flatMap(({ pages }) => pages.flatMap(({ codings }) => codings))
    .filter(({ id }) => away.has(id))
  patchPages(queryClient, analysis, patch)
  const more = quoteChanges(before, patch.codings)
  queryClient.setQueryData(analysisQuery(analysis).queryKey, (old) => old && withQuotes(old, more))
}

/** New codes are seen, and can be given, before the server has answered. */
function showCodes(queryClient: QueryClient, analysis: string, change: Change): void {
  if (change.kind !== 'add-codes') return
  queryClient.setQueryData(analysisQuery(analysis).queryKey, (old) => {
    if (old === undefined) return undefined
    const last = Math.max(0, ...old.codes.map(({ position }) => position))
    const fresh = change.codes.map((code, at) => ({ ...code, position: last + at + 1, quotes: 0 }))
    return { ...old, codes: [...old.codes, ...(fresh as typeof old.codes)] }
  })
}

const soon = new Map<string, ReturnType<typeof setTimeout>>()

/** Counts, quotes and history follow when the analyst pauses: not after each of a row of codings. */
function askCountsSoon(queryClient: QueryClient, analysis: string): void {
  clearTimeout(soon.get(analysis))
  const ask = () => {
    if (queryClient.isMutating({ mutationKey: deedKey(analysis) }) > 0) return
    for (const queryKey of [
      analysisQuery(analysis).queryKey,
      analysisKeys.quotes(analysis),
      analysisKeys.history(analysis),
    ]) {
      void queryClient.invalidateQueries({ queryKey })
    }
  }
  soon.set(analysis, setTimeout(ask, 1_000))
}

/** How the deeds of this analysis stand; while any is not on the server, leaving the page asks whether one is sure. */
export function useSaveState(analysis: string): SaveState {
  const open = useMutationState({
    filters: { mutationKey: deedKey(analysis), status: 'pending' },
    select: ({ state }) => state.failureCount,
  })
  const state = open.length === 0 ? 'saved' : open.some((failures) => failures > 0) ? 'waiting' : 'saving'
  useEffect(() => {
    if (state === 'saved') return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [state])
  return state
}
