import { z } from 'zod'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { participantId, personId, personRequestId, relationId } from '../shared/ids.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { leftBefore, personConsent } from './consent.contract.ts'
import { authorities } from './person.ts'

const relationParams = z.object({ relation: relationId })
const personParams = relationParams.extend({ person: personId })

/** A year that nobody alive was born in is a typing error. */
const birthDay = z.iso.date().refine((day) => day >= '1900-01-01' && day < '2200-01-01', 'out-of-range')

export const parentOfPerson = z.object({
  person: personId,
  name: z.string(),
  authority: z.enum(authorities),
  /** Until when her own page can be opened; null when she has no link that works. */
  linkUntil: z.iso.datetime().nullable(),
})

/** Someone of one collaboration: where she stands per purpose, and what decides who decides. */
export const relationPerson = personConsent.extend({
  participant: participantId,
  /**
   * False where the reader learns only whether she may be asked: a colleague's choices are her own, and a guest reads
   * nobody's but her own. Everything else is empty then.
   */
  isShown: z.boolean(),
  /** A colleague with an account decides for herself: nobody writes it down for her. */
  isMember: z.boolean(),
  /** Only of children and youths; null is grown up. */
  bornOn: z.iso.date().nullable(),
  parents: z.array(parentOfPerson),
  /** False after she (or a parent) refused to be asked how it was: no check can be sent. */
  mayBeAsked: z.boolean(),
  linkUntil: z.iso.datetime().nullable(),
})
export type RelationPerson = z.infer<typeof relationPerson>

const parentInput = z.strictObject({
  /** Made by the sender for a parent who is new; of someone who takes part, her own `person`. */
  person: personId,
  /** Used when she is new here; the name of someone who is known stays. */
  name: requiredText(80),
  authority: z.enum(authorities),
})

/** What a person asks of those who keep her data. */
export const personRequest = z.object({
  id: personRequestId,
  person: personId,
  name: z.string(),
  /** By name who asked for her, a parent or guardian; null when she asked herself. */
  askedBy: z.string().nullable(),
  kind: z.enum(['correction', 'deletion']),
  text: z.string(),
  at: z.iso.datetime(),
  handled: z
    .object({
      outcome: z.enum(['done', 'partly', 'refused']),
      answer: z.string(),
      at: z.iso.datetime(),
      by: z.string(),
    })
    .nullable(),
})
export type PersonRequest = z.infer<typeof personRequest>

/** A request that waits for an answer, as *Vandaag* tells it: whose, about what, and where to answer. What she wrote stands there. */
export const openRequest = personRequest
  .pick({ id: true, name: true, askedBy: true, kind: true, at: true })
  .extend({
    relation: relationId,
    title: z.string(),
  })
export type OpenRequest = z.infer<typeof openRequest>

/** What a deletion took away, in pieces. */
export const deletionReport = z.object({
  answers: z.int(),
  echoes: z.int(),
  signals: z.int(),
  invitations: z.int(),
  /** Files for research that hold what was deleted; they are marked, and whoever has one is to take it out. */
  cannotUndo: z.array(leftBefore),
})
export type DeletionReport = z.infer<typeof deletionReport>

export const personEndpoints = {
  relationConsent: {
    id: 'getRelationConsent',
    method: 'GET',
    path: '/api/relations/:relation/consent',
    summary: 'What the people of one collaboration chose, per purpose',
    params: relationParams,
    response: z.object({ people: z.array(relationPerson) }),
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  editPerson: {
    id: 'editPerson',
    method: 'PUT',
    path: '/api/relations/:relation/people/:person',
    summary: 'Keep when a child or youth was born, and who her parents or guardians are',
    params: personParams,
    body: z.strictObject({ bornOn: birthDay.nullable(), parents: z.array(parentInput).max(6) }),
    response: relationPerson,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict'],
  },
  makePersonLink: {
    id: 'makePersonLink',
    method: 'POST',
    path: '/api/relations/:relation/people/:person/link',
    summary:
      'Make a link to her own page for someone of the collaboration, or for a parent of one. It is told once.',
    params: personParams,
    response: z.object({ url: z.string(), expiresAt: z.iso.datetime() }),
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  endPersonLinks: {
    id: 'endPersonLinks',
    method: 'DELETE',
    path: '/api/relations/:relation/people/:person/link',
    summary: 'End every link to her own page that was made so far',
    params: personParams,
    response: done,
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  listRequests: {
    id: 'listPersonRequests',
    method: 'GET',
    path: '/api/relations/:relation/requests',
    summary: 'What people asked to correct or delete, the open ones first',
    params: relationParams,
    response: z.object({ requests: z.array(personRequest) }),
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  openRequests: {
    id: 'listOpenRequests',
    method: 'GET',
    path: '/api/requests',
    summary:
      'What people of my collaborations asked to correct or delete and nobody answered, the oldest first',
    response: z.object({ requests: z.array(openRequest) }),
    errors: ['not-signed-in', 'not-allowed'],
  },
  handleRequest: {
    id: 'handlePersonRequest',
    method: 'POST',
    path: '/api/relations/:relation/requests/:request',
    summary:
      'Answer a request. With `deletes: answers` all that she answered in this collaboration is deleted.',
    params: relationParams.extend({ request: personRequestId }),
    body: z.strictObject({
      outcome: z.enum(['done', 'partly', 'refused']),
      answer: text(1000),
      deletes: z.enum(['nothing', 'answers']),
    }),
    response: z.object({ request: personRequest, deleted: deletionReport.nullable() }),
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict'],
  },
} as const satisfies Record<string, Endpoint>
