import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Takeaways, takeawayEndpoints } from '@weerklank/core/ownership/takeaway.contract'
import { address } from '../api/address.ts'
import { ApiError, errorOfAnswer } from '../api/api-error.ts'
import { call, type Sent } from '../api/client.ts'
import { keepFile } from '../ui/keep-file.ts'

type Endpoints = typeof takeawayEndpoints
const key = ['takeaways']

/** While one is being made, or will be tried again, it is asked again now and then. */
export const takeawaysQuery = queryOptions({
  queryKey: key,
  queryFn: () => call<Endpoints['takeaways']>('GET', '/api/takeaways', {}),
  refetchInterval: (query) => {
    const data = query.state.data as Takeaways | undefined
    return data?.takeaways.some(({ state }) => state === 'making' || state === 'failed') ? 5_000 : false
  },
})

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => queryClient.invalidateQueries({ queryKey: key }),
  })
}

export function useAskTakeaway() {
  return useChange((body: Sent<Endpoints['askTakeaway']>['body']) =>
    call<Endpoints['askTakeaway']>('POST', '/api/takeaways', { body }),
  )
}

export function useDecideTakeaway() {
  return useChange(({ takeaway, agreed }: { takeaway: string; agreed: boolean }) =>
    call<Endpoints['decideTakeaway']>('POST', '/api/takeaways/:takeaway/decision', {
      params: { takeaway },
      body: { agreed },
    }),
  )
}

/** Fetches the file and lets the browser keep it. It can be done once. */
export function useFetchTakeaway() {
  return useChange(async (takeaway: string) => {
    const url = address('/api/takeaways/:takeaway/fetch', { takeaway })
    const headers = { 'x-weerklank': '1' }
    const answer = await fetch(url, { method: 'POST', headers, credentials: 'same-origin' }).catch(() => {
      throw new ApiError('unavailable')
    })
    if (!answer.ok) throw errorOfAnswer(answer.status, await answer.json().catch(() => undefined))
    const [, name = 'weerklank.zip'] =
      /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? []
    keepFile(await answer.blob(), name)
  })
}
