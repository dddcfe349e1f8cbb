import { queryOptions } from '@tanstack/react-query'
import type { sessionEndpoints } from '@weerklank/core/access/sessions.contract'
import type { waysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { tellLocked } from '../api/locked.ts'
import { askProof } from '../api/proof.ts'

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

/** A code that opens the question at a kiosk; one before it ends. */
export function makeKioskCode(of: { relation: string; invitation: string }) {
  return call<typeof waysInEndpoints.kioskCode>(
    'POST',
    '/api/relations/:relation/invitations/:invitation/kiosk-code',
    { params: of },
  )
}

/**
 * Locks this session for as long as somebody else has the device, hides this page and all others of it, and opens the
 * question in its place. In this order: while it is locked nothing can be asked.
 */
export async function handOver(of: { relation: string; invitation: string }): Promise<void> {
  const { url } = await call<typeof waysInEndpoints.handOver>(
    'POST',
    '/api/relations/:relation/invitations/:invitation/hand-over',
    { params: of },
  )
  await call<typeof sessionEndpoints.handOver>('POST', '/api/session/hand-over', {})
  // A page that the browser keeps for going back is hidden too.
  void askProof('session-locked')
  tellLocked()
  window.location.replace(url)
}

export function mailLink(of: { relation: string; invitation: string; email: string }) {
  const { relation, invitation, email } = of
  return call<typeof waysInEndpoints.mailLink>(
    'POST',
    '/api/relations/:relation/invitations/:invitation/letters',
    { params: { relation, invitation }, body: { email } },
  )
}
