import type { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import type { SignalOutcome } from '@weerklank/core/feedback/signal'
import type { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { call, type Sent } from '../api/client.ts'
import { useRelationChange } from '../api/relation-change.ts'

/** What one request may name. */
const signalsAtOnce = 20

type Closing = { signals: readonly string[]; outcome: SignalOutcome | null; note: string }

/** Closes signals, or with outcome null opens them again. */
export function useCloseSignals(relation: string) {
  return useRelationChange(relation, async ({ signals, outcome, note }: Closing) => {
    for (let from = 0; from < signals.length; from += signalsAtOnce) {
      await call<typeof feedbackEndpoints.closeSignals>('POST', '/api/relations/:relation/signals/closed', {
        params: { relation },
        body: { signals: signals.slice(from, from + signalsAtOnce), outcome, note },
      })
    }
  })
}

/** Keeps what was agreed. */
export function useAgree(relation: string) {
  return useRelationChange(relation, (body: Sent<typeof feedbackEndpoints.agree>['body']) =>
    call<typeof feedbackEndpoints.agree>('POST', '/api/relations/:relation/agreements', {
      params: { relation },
      body,
    }),
  )
}

/** Ends an agreement, or takes it up again. */
export function useEndAgreement(relation: string) {
  return useRelationChange(relation, ({ agreement, ended }: { agreement: string; ended: boolean }) =>
    call<typeof feedbackEndpoints.endAgreement>(
      'POST',
      '/api/relations/:relation/agreements/:agreement/ended',
      { params: { relation, agreement }, body: { ended } },
    ),
  )
}

type Asking = {
  id: string
  participant: string
  contact: string | null
  /** A contact of this moment that comes with the question. */
  newContact: { id: string; at: string } | null
  /** Absent: the contact check. */
  instrument?: string
  ownWords?: string
}

/** Asks someone how it was; answers the link, which nobody can fetch again. Doing it twice gives one invitation. */
export function useInvite(relation: string) {
  return useRelationChange(relation, async ({ newContact, contact, ...asked }: Asking) => {
    if (newContact !== null) {
      await call<typeof relationEndpoints.planContact>('POST', '/api/relations/:relation/contacts', {
        params: { relation },
        body: { ...newContact, kind: 'contact', place: '', summary: '' },
      })
    }
    return call<typeof feedbackEndpoints.invite>('POST', '/api/relations/:relation/invitations', {
      params: { relation },
      body: { ...asked, contact: newContact?.id ?? contact },
    })
  })
}

/** Makes a new link; the old one stops working. */
export function useNewLink(relation: string) {
  return useRelationChange(relation, (invitation: string) =>
    call<typeof feedbackEndpoints.newLink>('POST', '/api/relations/:relation/invitations/:invitation/link', {
      params: { relation, invitation },
    }),
  )
}

/** Withdraws a link. */
export function useRevoke(relation: string) {
  return useRelationChange(relation, (invitation: string) =>
    call<typeof feedbackEndpoints.revokeInvitation>(
      'DELETE',
      '/api/relations/:relation/invitations/:invitation',
      { params: { relation, invitation } },
    ),
  )
}
