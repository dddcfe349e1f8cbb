import { queryOptions } from '@tanstack/react-query'
import type { formPaperEndpoints, paperEndpoints } from '@weerklank/core/feedback/paper.contract'
import { call, type Sent } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { useRelationChange } from '../api/relation-change.ts'

type Of = { relation: string; invitation: string }

/** What stands on the paper of a question. */
export function paperFormQuery({ relation, invitation }: Of) {
  return queryOptions({
    queryKey: [...keys.relation(relation), 'paper', invitation],
    queryFn: () =>
      call<typeof paperEndpoints.paperForm>(
        'GET',
        '/api/relations/:relation/invitations/:invitation/paper-form',
        { params: { relation, invitation } },
      ),
  })
}

/** Enters what was written on it. */
export function useEnterPaper({ relation, invitation }: Of) {
  return useRelationChange(relation, (body: Sent<typeof paperEndpoints.enterPaper>['body']) =>
    call<typeof paperEndpoints.enterPaper>(
      'POST',
      '/api/relations/:relation/invitations/:invitation/paper-answer',
      { params: { relation, invitation }, body },
    ),
  )
}

/** A link to the pages of a form, to type over what was written on paper on a day. */
export function typeFormPaper({ answeredOn, ...params }: Of & { answeredOn: string }) {
  return call<typeof formPaperEndpoints.typeFormPaper>(
    'POST',
    '/api/relations/:relation/form-invitations/:invitation/paper-answer',
    { params, body: { answeredOn } },
  )
}
