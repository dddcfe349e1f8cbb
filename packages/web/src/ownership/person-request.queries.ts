import { queryOptions } from '@tanstack/react-query'
import type { personEndpoints } from '@weerklank/core/consent/person.contract'
import { call, type Sent } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { useRelationChange } from '../api/relation-change.ts'

type Endpoints = typeof personEndpoints

/** What people of a collaboration asked to correct or delete. */
export function personRequestsQuery(relation: string) {
  return queryOptions({
    queryKey: [...keys.relation(relation), 'requests'],
    queryFn: () =>
      call<Endpoints['listRequests']>('GET', '/api/relations/:relation/requests', { params: { relation } }),
  })
}

type Handling = { request: string; body: Sent<Endpoints['handleRequest']>['body'] }

export function useHandleRequest(relation: string) {
  return useRelationChange(relation, ({ request, body }: Handling) =>
    call<Endpoints['handleRequest']>('POST', '/api/relations/:relation/requests/:request', {
      params: { relation, request },
      body,
    }),
  )
}
