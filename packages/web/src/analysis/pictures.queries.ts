import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import type { MatrixKind } from '@weerklank/core/analysis/matrix'
import type { pictureEndpoints } from '@weerklank/core/analysis/pictures.contract'
import { call, type Sent } from '../api/client.ts'
import { newId } from '../api/new-id.ts'
import { analysisKeys } from './analysis.queries.ts'

type Endpoints = typeof pictureEndpoints
type Analyses = typeof analysisEndpoints

/** Themes against voices, sources or moments. */
export function matrixQuery(analysis: string, kind: MatrixKind) {
  return queryOptions({
    queryKey: [...analysisKeys.one(analysis), 'matrix', kind],
    queryFn: () =>
      call<Endpoints['matrix']>('GET', '/api/analyses/:analysis/matrix', {
        params: { analysis },
        query: { kind },
      }),
  })
}

/** Says something of a cell; answers what it was. */
export function useMark(analysis: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Sent<Endpoints['mark']>['body']) =>
      call<Endpoints['mark']>('PUT', '/api/analyses/:analysis/marks', { params: { analysis }, body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [...analysisKeys.one(analysis), 'matrix'] }),
  })
}

/** The map of synergy: model, placings, expectations and who said what when. */
export function mapQuery(analysis: string) {
  return queryOptions({
    queryKey: [...analysisKeys.one(analysis), 'map'],
    queryFn: () => call<Endpoints['map']>('GET', '/api/analyses/:analysis/map', { params: { analysis } }),
  })
}

/** Keeps placings and expectations; after a conflict the map is fetched as it stands now. */
export function usePlaceOnMap(analysis: string) {
  const queryClient = useQueryClient()
  const { queryKey } = mapQuery(analysis)
  return useMutation({
    mutationFn: (body: Sent<Endpoints['placeOnMap']>['body']) =>
      call<Endpoints['placeOnMap']>('PUT', '/api/analyses/:analysis/map', { params: { analysis }, body }),
    onError: () => queryClient.invalidateQueries({ queryKey }),
    onSuccess: (changed) => queryClient.setQueryData(queryKey, changed),
  })
}

/** The organisation's model, in its newest version. */
export const modelQuery = queryOptions({
  queryKey: ['synergy-model'],
  queryFn: () => call<Endpoints['model']>('GET', '/api/synergy-model', {}),
})

/** Keeps a new version of the model. */
export function useChangeModel() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Sent<Endpoints['changeModel']>['body']) =>
      call<Endpoints['changeModel']>('PUT', '/api/synergy-model', { body }),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: modelQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: ['analysis'] }),
      ]),
  })
}

/** Blind rounds of an analysis. */
export function roundsQuery(analysis: string) {
  return queryOptions({
    queryKey: [...analysisKeys.one(analysis), 'rounds'],
    queryFn: () =>
      call<Endpoints['rounds']>('GET', '/api/analyses/:analysis/rounds', { params: { analysis } }),
  })
}

/** The codings of an open round side by side, from one difference on. */
export function comparisonQuery(analysis: string, round: string, after: number) {
  return queryOptions({
    queryKey: [...analysisKeys.one(analysis), 'rounds', round, after],
    queryFn: () =>
      call<Endpoints['compare']>('GET', '/api/analyses/:analysis/rounds/:round/comparison', {
        params: { analysis, round },
        query: { after },
      }),
  })
}

/** What changes something in rounds; codings come in and out of sight with it, so everything is fetched anew. */
function useRoundChange<Body>(analysis: string, change: (body: Body) => Promise<unknown>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => queryClient.invalidateQueries({ queryKey: analysisKeys.one(analysis) }),
  })
}

export function useStartRound(analysis: string) {
  return useRoundChange(analysis, (body: Sent<Endpoints['startRound']>['body']) =>
    call<Endpoints['startRound']>('POST', '/api/analyses/:analysis/rounds', { params: { analysis }, body }),
  )
}

export function useReadyInRound(analysis: string, round: string) {
  return useRoundChange(analysis, (ready: boolean) =>
    call<Endpoints['readyInRound']>('POST', '/api/analyses/:analysis/rounds/:round/ready', {
      params: { analysis, round },
      body: { ready },
    }),
  )
}

export function useOpenRound(analysis: string, round: string) {
  return useRoundChange(analysis, (_: undefined) =>
    call<Endpoints['openRound']>('POST', '/api/analyses/:analysis/rounds/:round/open', {
      params: { analysis, round },
    }),
  )
}

export function useDecide(analysis: string, round: string) {
  return useRoundChange(analysis, (body: Sent<Endpoints['decide']>['body']) =>
    call<Endpoints['decide']>('PUT', '/api/analyses/:analysis/rounds/:round/decisions', {
      params: { analysis, round },
      body,
    }),
  )
}

/** Takes a decision over into the codings, as one deed; and takes that back. */
export function useTakeDecision(analysis: string, round: string) {
  return useRoundChange(analysis, ({ passage, start }: { passage: string; start: number }) => {
    const ids = Array.from({ length: 60 }, newId)
    const change = { kind: 'take-decision' as const, round, passage, start, ids }
    const body = { id: newId(), change }
    return call<Analyses['act']>('POST', '/api/analyses/:analysis/deeds', { params: { analysis }, body })
  })
}

export function useUndoDeed(analysis: string) {
  return useRoundChange(analysis, (_: undefined) =>
    call<Analyses['undo']>('POST', '/api/analyses/:analysis/undo', { params: { analysis } }),
  )
}

export function useUndecide(analysis: string, round: string) {
  return useRoundChange(analysis, ({ passage, start }: { passage: string; start: number }) =>
    call<Endpoints['undecide']>('DELETE', '/api/analyses/:analysis/rounds/:round/decisions/:passage/:start', {
      params: { analysis, round, passage, start },
    }),
  )
}
