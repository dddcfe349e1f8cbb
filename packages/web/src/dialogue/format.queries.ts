import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { formatEndpoints, ShownFormat } from '@weerklank/core/dialogue/format.contract'
import { call } from '../api/client.ts'

type Endpoints = typeof formatEndpoints
const all = ['formats'] as const

export const formatListQuery = queryOptions({
  queryKey: [...all, 'list'],
  queryFn: () => call<Endpoints['list']>('GET', '/api/formats', {}),
})

/** As it is now, past what the screen still holds. */
export const readFormat = (key: string, version?: number) =>
  call<Endpoints['read']>('GET', '/api/formats/:key', { params: { key }, query: { version } })

/** One format by its key; the newest version of an own one, unless one is named. */
export const formatQuery = (key: string, version?: number) =>
  queryOptions({
    queryKey: [...all, 'one', key, version ?? 'newest'],
    queryFn: () => readFormat(key, version),
  })

/** The id is made by the screen, so that a second press is the same copy. */
export const useCopyFormat = () =>
  useFormatChange(({ id, from }: { id: string; from: string }) =>
    call<Endpoints['copy']>('PUT', '/api/own-formats/:format', { params: { format: id }, body: { from } }),
  )

export const saveFormat = (format: string, body: { body: ShownFormat['format']; revision: number }) =>
  call<Endpoints['save']>('POST', '/api/own-formats/:format', { params: { format }, body })

export const usePublishFormat = () =>
  useFormatChange(({ id, revision }: { id: string; revision: number }) =>
    call<Endpoints['publish']>('POST', '/api/own-formats/:format/publish', {
      params: { format: id },
      body: { revision },
    }),
  )

export const useWithdrawFormat = () =>
  useFormatChange(({ id, revision }: { id: string; revision: number }) =>
    call<Endpoints['withdraw']>('POST', '/api/own-formats/:format/withdraw', {
      params: { format: id },
      body: { revision },
    }),
  )

/** Each change answers with the format as it is now. */
function useFormatChange<Input>(change: (input: Input) => Promise<ShownFormat>) {
  const keep = useKeepFormat()
  return useMutation({ mutationFn: change, onSuccess: keep })
}

/** Puts an answer where the screens look, and lets the list be fetched anew. */
export function useKeepFormat() {
  const queryClient = useQueryClient()
  return (now: ShownFormat) => {
    queryClient.setQueryData(formatQuery(now.format.key).queryKey, now)
    void queryClient.invalidateQueries({ queryKey: formatListQuery.queryKey })
  }
}
