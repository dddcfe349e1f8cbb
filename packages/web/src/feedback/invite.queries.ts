import { queryOptions } from '@tanstack/react-query'
import type { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'

/** Which checks fit whom. Always fetched anew: a contact more may make it time for another. */
export function fittingChecksQuery(relation: string) {
  return queryOptions({
    queryKey: [...keys.relation(relation), 'fitting-checks'],
    queryFn: () =>
      call<typeof feedbackEndpoints.fittingChecks>('GET', '/api/relations/:relation/checks', {
        params: { relation },
      }),
  })
}
