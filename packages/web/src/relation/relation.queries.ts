import { queryOptions } from '@tanstack/react-query'
import type { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'

/** One collaboration: its people, purpose, notes and contacts. */
export function relationQuery(relation: string) {
  return queryOptions({
    queryKey: [...keys.relation(relation), 'details'],
    queryFn: () =>
      call<typeof relationEndpoints.getRelation>('GET', '/api/relations/:relation', { params: { relation } }),
  })
}
