import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { apiTokenEndpoints } from '@weerklank/core/access/api-tokens.contract'
import type { webhookEndpoints } from '@weerklank/core/access/webhooks.contract'
import { call, type Sent } from '../api/client.ts'

type Tokens = typeof apiTokenEndpoints
type Hooks = typeof webhookEndpoints

export const tokensQuery = queryOptions({
  queryKey: ['api-tokens'],
  queryFn: () => call<Tokens['tokens']>('GET', '/api/tokens', {}),
})

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: () => call<Hooks['webhooks']>('GET', '/api/webhooks', {}),
})

export const deliveriesQuery = (webhook: string) =>
  queryOptions({
    queryKey: [...webhooksQuery.queryKey, webhook],
    queryFn: () =>
      call<Hooks['deliveries']>('GET', '/api/webhooks/:webhook/deliveries', { params: { webhook } }),
  })

function useChange<Input, Output>(key: readonly string[], change: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    // Not what lies under it: the log of what was just removed is asked for no more.
    onSettled: () => queryClient.invalidateQueries({ queryKey: key, exact: true }),
  })
}

export function useMakeToken() {
  return useChange(tokensQuery.queryKey, (body: Sent<Tokens['makeToken']>['body']) =>
    call<Tokens['makeToken']>('POST', '/api/tokens', { body }),
  )
}

export function useRevokeToken() {
  return useChange(tokensQuery.queryKey, (token: string) =>
    call<Tokens['revokeToken']>('DELETE', '/api/tokens/:token', { params: { token } }),
  )
}

export function useMakeWebhook() {
  return useChange(webhooksQuery.queryKey, (body: Sent<Hooks['makeWebhook']>['body']) =>
    call<Hooks['makeWebhook']>('POST', '/api/webhooks', { body }),
  )
}

export function useSwitchWebhook() {
  return useChange(webhooksQuery.queryKey, ({ webhook, on }: { webhook: string; on: boolean }) =>
    call<Hooks['switchWebhook']>('PUT', '/api/webhooks/:webhook', { params: { webhook }, body: { on } }),
  )
}

export function useRemoveWebhook() {
  return useChange(webhooksQuery.queryKey, (webhook: string) =>
    call<Hooks['removeWebhook']>('DELETE', '/api/webhooks/:webhook', { params: { webhook } }),
  )
}

export function useSendAgain(webhook: string) {
  return useChange(deliveriesQuery(webhook).queryKey, (delivery: string) =>
    call<Hooks['sendAgain']>('POST', '/api/webhooks/:webhook/deliveries/:delivery/send', {
      params: { webhook, delivery },
    }),
  )
}
