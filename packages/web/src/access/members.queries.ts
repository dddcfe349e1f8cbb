import { queryOptions } from '@tanstack/react-query'
import type { membersEndpoints } from '@weerklank/core/access/members.contract'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'

/** Everybody with a place here, for the administrator. */
export const colleaguesQuery = queryOptions({
  queryKey: keys.colleagues,
  queryFn: () => call<typeof membersEndpoints.colleagues>('GET', '/api/colleagues', {}),
})
