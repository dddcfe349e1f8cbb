import { queryOptions } from '@tanstack/react-query'
import type { consentEndpoints } from '@weerklank/core/consent/consent.contract'
import type { personEndpoints } from '@weerklank/core/consent/person.contract'
import { call, type Sent } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { useRelationChange } from '../api/relation-change.ts'

/** What the people of one collaboration chose. */
export function relationConsentQuery(relation: string) {
  return queryOptions({
    queryKey: [...keys.relation(relation), 'consent'],
    queryFn: () =>
      call<typeof personEndpoints.relationConsent>('GET', '/api/relations/:relation/consent', {
        params: { relation },
      }),
  })
}

type Said = { person: string; body: Sent<typeof consentEndpoints.recordConsent>['body'] }

/** Writes down what someone said or signed. Twice the same id is one word. */
export function useRecordConsent(relation: string) {
  return useRelationChange(relation, ({ person, body }: Said) =>
    call<typeof consentEndpoints.recordConsent>('POST', '/api/relations/:relation/consent/:person', {
      params: { relation, person },
      body,
    }),
  )
}

type Family = { person: string; body: Sent<typeof personEndpoints.editPerson>['body'] }

/** Keeps when someone was born and who her parents are. */
export function useEditPerson(relation: string) {
  return useRelationChange(relation, ({ person, body }: Family) =>
    call<typeof personEndpoints.editPerson>('PUT', '/api/relations/:relation/people/:person', {
      params: { relation, person },
      body,
    }),
  )
}

/** Makes a link to someone's own page; answers it once. */
export function useMakePersonLink(relation: string) {
  return useRelationChange(relation, (person: string) =>
    call<typeof personEndpoints.makePersonLink>('POST', '/api/relations/:relation/people/:person/link', {
      params: { relation, person },
    }),
  )
}

/** Ends every link to someone's own page. */
export function useEndPersonLinks(relation: string) {
  return useRelationChange(relation, (person: string) =>
    call<typeof personEndpoints.endPersonLinks>('DELETE', '/api/relations/:relation/people/:person/link', {
      params: { relation, person },
    }),
  )
}
