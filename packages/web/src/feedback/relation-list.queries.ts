import { queryOptions } from '@tanstack/react-query'
import type { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'

export type ListFilter = { search: string }

export function relationListQuery(filter: ListFilter) {
  return queryOptions({
    queryKey: [...keys.relations, filter],
    queryFn: () => call<typeof feedbackEndpoints.listRelations>('GET', '/api/relations', { query: filter }),
  })
}
