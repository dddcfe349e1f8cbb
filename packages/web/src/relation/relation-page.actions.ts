import type { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { call, type Sent } from '../api/client.ts'
import { useRelationChange } from '../api/relation-change.ts'

type Endpoints = typeof relationEndpoints

/** Opens a collaboration that was ended. */
export function useReopen(relation: string) {
  return useRelationChange(relation, () =>
    call<Endpoints['closeRelation']>('POST', '/api/relations/:relation/closed', {
      params: { relation },
      body: { closed: false },
    }),
  )
}

/** Plans or records a contact; the same id twice is one contact. */
export function usePlanContact(relation: string) {
  return useRelationChange(relation, (body: Sent<Endpoints['planContact']>['body']) =>
    call<Endpoints['planContact']>('POST', '/api/relations/:relation/contacts', {
      params: { relation },
      body,
    }),
  )
}

type ContactEdit = { contact: string; body: Sent<Endpoints['editContact']>['body'] }

/** Moves a contact or keeps what was said. */
export function useEditContact(relation: string) {
  return useRelationChange(relation, ({ contact, body }: ContactEdit) =>
    call<Endpoints['editContact']>('PUT', '/api/relations/:relation/contacts/:contact', {
      params: { relation, contact },
      body,
    }),
  )
}

/** Cancels a contact; refused as `conflict` when a check belongs to it. */
export function useRemoveContact(relation: string) {
  return useRelationChange(relation, (contact: string) =>
    call<Endpoints['removeContact']>('DELETE', '/api/relations/:relation/contacts/:contact', {
      params: { relation, contact },
    }),
  )
}

/** Keeps what helps, what does not, or an earlier experience with care; the same id twice is one note. */
export function useAddNote(relation: string) {
  return useRelationChange(relation, (body: Sent<Endpoints['addNote']>['body']) =>
    call<Endpoints['addNote']>('POST', '/api/relations/:relation/notes', { params: { relation }, body }),
  )
}

/** Takes a note away. */
export function useRemoveNote(relation: string) {
  return useRelationChange(relation, (note: string) =>
    call<Endpoints['removeNote']>('DELETE', '/api/relations/:relation/notes/:note', {
      params: { relation, note },
    }),
  )
}
