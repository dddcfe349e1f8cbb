import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { outboxEndpoints } from '@weerklank/core/access/outbox.contract'
import { call } from '../api/client.ts'

type Endpoints = typeof outboxEndpoints

/** Mails that wait or could not be sent. */
export const outboxQuery = queryOptions({
  queryKey: ['outbox'],
  queryFn: () => call<Endpoints['outbox']>('GET', '/api/outbox', {}),
})

function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => queryClient.invalidateQueries({ queryKey: outboxQuery.queryKey }),
  })
}

/** Sends a mail to oneself. */
export function useTestMail() {
  return useChange(() => call<Endpoints['testMail']>('POST', '/api/outbox/test', {}))
}

export function useRetryMail() {
  return useChange((message: string) =>
    call<Endpoints['retryMail']>('POST', '/api/outbox/:message/retry', { params: { message } }),
  )
}

export function useRemoveMail() {
  return useChange((message: string) =>
    call<Endpoints['removeMail']>('DELETE', '/api/outbox/:message', { params: { message } }),
  )
}
