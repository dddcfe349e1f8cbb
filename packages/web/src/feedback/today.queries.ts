import { queryOptions } from '@tanstack/react-query'
import type { personEndpoints } from '@weerklank/core/consent/person.contract'
import type { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'

/** Whether this person has any collaboration going on; asked only when *Vandaag* has nothing to show. */
export const hasRelationsQuery = queryOptions({
  queryKey: [...keys.relations, 'any'],
  queryFn: async () => {
    const { total } = await call<typeof feedbackEndpoints.listRelations>('GET', '/api/relations', {
      query: {},
    })
    return total > 0
  },
})

/** What people asked about their data and nobody answered yet. */
export const openRequestsQuery = queryOptions({
  queryKey: [...keys.today, 'requests'],
  queryFn: async () => (await call<typeof personEndpoints.openRequests>('GET', '/api/requests', {})).requests,
})
