import { queryOptions, useMutation } from '@tanstack/react-query'
import type { emergencyEndpoints } from '@weerklank/core/access/emergency.contract'
import { call, type Sent } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { useRelationChange } from '../api/relation-change.ts'

type Endpoints = typeof emergencyEndpoints

/** Who looked in without taking part, in the last month. */
export function emergenciesQuery(relation: string) {
  return queryOptions({
    queryKey: [...keys.relation(relation), 'emergency'],
    queryFn: () =>
      call<Endpoints['emergencies']>('GET', '/api/relations/:relation/emergency', { params: { relation } }),
  })
}

export function useOpenEmergency() {
  return useMutation({
    mutationFn: (body: Sent<Endpoints['openEmergency']>['body']) =>
      call<Endpoints['openEmergency']>('POST', '/api/emergency', { body }),
  })
}

export function useEndEmergency(relation: string) {
  return useRelationChange(relation, () =>
    call<Endpoints['endEmergency']>('DELETE', '/api/relations/:relation/emergency', { params: { relation } }),
  )
}
