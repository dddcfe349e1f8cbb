import { queryOptions } from '@tanstack/react-query'
import type { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'

/** Checks, signals and agreements of one collaboration. */
export function relationFeedbackQuery(relation: string) {
  return queryOptions({
    queryKey: [...keys.relation(relation), 'feedback'],
    queryFn: () =>
      call<typeof feedbackEndpoints.relationFeedback>('GET', '/api/relations/:relation/feedback', {
        params: { relation },
      }),
  })
}
