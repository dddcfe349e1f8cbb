import { queryOptions } from '@tanstack/react-query'
import type {
  FormInvitation,
  formInvitationEndpoints,
} from '@weerklank/core/feedback/form-invitation.contract'
import { call, type Sent } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { useRelationChange } from '../api/relation-change.ts'

type Endpoints = typeof formInvitationEndpoints

/** An invitation with its link, which is known only right after it was made. */
export type MadeForm = FormInvitation & { url: string }

/** Which forms can be asked in a collaboration, which were, and which are answered. */
export function relationFormsQuery(relation: string) {
  return queryOptions({
    queryKey: [...keys.relation(relation), 'forms'],
    queryFn: () =>
      call<Endpoints['relationForms']>('GET', '/api/relations/:relation/forms', { params: { relation } }),
  })
}

/** What was answered to one form. An answer never changes. */
export function formAnswerQuery(relation: string, answer: string) {
  return queryOptions({
    queryKey: [...keys.relation(relation), 'form-answer', answer],
    queryFn: () =>
      call<Endpoints['formAnswer']>('GET', '/api/relations/:relation/form-answers/:answer', {
        params: { relation, answer },
      }),
  })
}

/** Asks someone to fill in a form; answers the link, which nobody can fetch again. Doing it twice gives one invitation. */
export function useAskForm(relation: string) {
  return useRelationChange(relation, (body: Sent<Endpoints['askForm']>['body']) =>
    call<Endpoints['askForm']>('POST', '/api/relations/:relation/form-invitations', {
      params: { relation },
      body,
    }),
  )
}

/** Makes a new link; the old one stops working. */
export function useNewFormLink(relation: string) {
  return useRelationChange(relation, (invitation: string) =>
    call<Endpoints['newFormLink']>('POST', '/api/relations/:relation/form-invitations/:invitation/link', {
      params: { relation, invitation },
    }),
  )
}

/** Withdraws a link. */
export function useRevokeForm(relation: string) {
  return useRelationChange(relation, (invitation: string) =>
    call<Endpoints['revokeFormInvitation']>(
      'DELETE',
      '/api/relations/:relation/form-invitations/:invitation',
      { params: { relation, invitation } },
    ),
  )
}
