import { queryOptions } from '@tanstack/react-query'
import type { ruptureEndpoints } from '@weerklank/core/feedback/rupture.contract'
import { call } from '../api/client.ts'

/** Questions to oneself, for each moment: part of the product, so they are asked for once. */
export function journalPromptsQuery() {
  return queryOptions({
    queryKey: ['reflection-texts'],
    queryFn: () => call<typeof ruptureEndpoints.reflectionTexts>('GET', '/api/reflection-texts', {}),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
