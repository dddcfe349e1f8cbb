import { queryOptions } from '@tanstack/react-query'
import type { waysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'

/** By which ways somebody can come to a question. Looked at again while a letter is on its way. */
export function waysInQuery(relation: string, invitation: string) {
  return queryOptions({
    queryKey: [...keys.relation(relation), 'ways-in', invitation],
    queryFn: () =>
      call<typeof waysInEndpoints.waysIn>('GET', '/api/relations/:relation/invitations/:invitation/ways', {
        params: { relation, invitation },
      }),
    refetchInterval: ({ state }) => (state.data?.letters.last === 'waiting' ? 5_000 : false),
  })
}

export function mailLink(of: { relation: string; invitation: string; email: string }) {
  const { relation, invitation, email } = of
  return call<typeof waysInEndpoints.mailLink>(
    'POST',
    '/api/relations/:relation/invitations/:invitation/letters',
    { params: { relation, invitation }, body: { email } },
  )
}
