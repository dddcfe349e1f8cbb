import { queryOptions } from '@tanstack/react-query'
import type { sessionEndpoints } from '@weerklank/core/access/sessions.contract'
import type { formWaysInEndpoints, waysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { tellLocked } from '../api/locked.ts'
import { askProof } from '../api/proof.ts'
import type { Asked } from './asked.ts'

type Checks = typeof waysInEndpoints
type Forms = typeof formWaysInEndpoints

/** By which ways somebody can come to it. Looked at again while a letter is on its way. */
export function waysInQuery({ kind, ...params }: Asked) {
  return queryOptions({
    queryKey: [...keys.relation(params.relation), 'ways-in', params.invitation],
    queryFn: () =>
      kind === 'form'
        ? call<Forms['formWaysIn']>('GET', '/api/relations/:relation/form-invitations/:invitation/ways', {
            params,
          })
        : call<Checks['waysIn']>('GET', '/api/relations/:relation/invitations/:invitation/ways', { params }),
    refetchInterval: ({ state }) => (state.data?.letters.last === 'waiting' ? 5_000 : false),
  })
}

/** A code that opens it at a kiosk; one before it ends. */
export function makeKioskCode({ kind, ...params }: Asked) {
  return kind === 'form'
    ? call<Forms['formKioskCode']>(
        'POST',
        '/api/relations/:relation/form-invitations/:invitation/kiosk-code',
        { params },
      )
    : call<Checks['kioskCode']>('POST', '/api/relations/:relation/invitations/:invitation/kiosk-code', {
        params,
      })
}

/**
 * Locks this session for as long as somebody else has the device, hides this page and all others of it, and opens what is
 * asked in its place. In this order: while it is locked nothing can be asked.
 */
export async function handOver({ kind, ...params }: Asked): Promise<void> {
  const { url } = await (kind === 'form'
    ? call<Forms['handOverForm']>('POST', '/api/relations/:relation/form-invitations/:invitation/hand-over', {
        params,
      })
    : call<Checks['handOver']>('POST', '/api/relations/:relation/invitations/:invitation/hand-over', {
        params,
      }))
  await call<typeof sessionEndpoints.handOver>('POST', '/api/session/hand-over', {})
  // A page that the browser keeps for going back is hidden too.
  void askProof('session-locked')
  tellLocked()
  window.location.replace(url)
}

export function mailLink({ kind, ...params }: Asked, email: string) {
  return kind === 'form'
    ? call<Forms['mailFormLink']>('POST', '/api/relations/:relation/form-invitations/:invitation/letters', {
        params,
        body: { email },
      })
    : call<Checks['mailLink']>('POST', '/api/relations/:relation/invitations/:invitation/letters', {
        params,
        body: { email },
      })
}
