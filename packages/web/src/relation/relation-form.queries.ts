import { queryOptions } from '@tanstack/react-query'
import { mayWorkWithContent } from '@weerklank/core/access/access'
import type { accessEndpoints } from '@weerklank/core/access/access.contract'
import { call } from '../api/client.ts'

/** The colleagues with an account who can take part: whoever may not see content cannot. */
export const colleaguesQuery = queryOptions({
  queryKey: ['members'],
  queryFn: () => call<typeof accessEndpoints.members>('GET', '/api/members', {}),
  staleTime: 5 * 60_000,
  select: ({ members }) => members.filter(({ roles }) => mayWorkWithContent(roles).allowed),
})
