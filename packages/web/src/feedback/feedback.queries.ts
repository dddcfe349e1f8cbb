import { queryOptions } from '@tanstack/react-query'
import type { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'

export const todayQuery = queryOptions({
  queryKey: keys.today,
  queryFn: () => call<typeof feedbackEndpoints.today>('GET', '/api/today', {}),
})
