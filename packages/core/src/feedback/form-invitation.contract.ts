import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import {
  formId,
  formInvitationId,
  formResponseId,
  memberId,
  participantId,
  relationId,
} from '../shared/ids.ts'

/** A form that may be asked, in its newest version that is free for use. */
export const formToAsk = z.object({
  id: formId,
  title: z.string(),
  /** How many questions it has at most. */
  questions: z.int(),
})
export type FormToAsk = z.infer<typeof formToAsk>

export const formInvitation = z.object({
  id: formInvitationId,
  participant: participantId,
  form: formId,
  title: z.string(),
  sentAt: z.iso.datetime(),
  status: z.enum(['open', 'answered', 'revoked', 'expired', 'ended']),
  expiresAt: z.iso.datetime(),
})
export type FormInvitation = z.infer<typeof formInvitation>

/** That a form was answered; what was said is read one at a time. */
export const formAnswered = z.object({
  id: formResponseId,
  participant: participantId,
  form: formId,
  title: z.string(),
  answeredAt: z.iso.datetime(),
  /** Answered on paper, and typed over by this colleague. */
  enteredBy: memberId.optional(),
})
export type FormAnswered = z.infer<typeof formAnswered>

export const relationForms = z.object({
  toAsk: z.array(formToAsk),
  /** Oldest first. */
  invitations: z.array(formInvitation),
  /** Newest first; those that the reader may read. */
  answers: z.array(formAnswered),
})
export type RelationForms = z.infer<typeof relationForms>

export const formAnswer = formAnswered.extend({
  /** The form in its order, in words, as it was asked then; an empty answer was left open. */
  lines: z.array(
    z.object({
      kind: z.enum(['heading', 'question']),
      depth: z.int(),
      text: z.string(),
      answers: z.array(z.string()),
    }),
  ),
  /** What the form itself computes from it. */
  scores: z.array(z.object({ text: z.string(), value: z.string() })),
  /** The weights of what was chosen, added up; of how many of the weighed questions. */
  sum: z.object({ value: z.number(), answered: z.int(), of: z.int() }).nullable(),
  /** How much could not be computed. */
  notComputed: z.int(),
})
export type FormAnswerRead = z.infer<typeof formAnswer>

const inRelation = z.object({ relation: relationId })
const oneOf = inRelation.extend({ invitation: formInvitationId })
const link = formInvitation.extend({ url: z.string() })

export const formInvitationEndpoints = {
  relationForms: {
    id: 'getRelationForms',
    method: 'GET',
    path: '/api/relations/:relation/forms',
    summary: 'Forms of one collaboration: which can be asked, which were, which are answered',
    scope: 'responses:read',
    params: inRelation,
    response: relationForms,
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  formAnswer: {
    id: 'getFormAnswer',
    method: 'GET',
    path: '/api/relations/:relation/form-answers/:answer',
    summary: 'What was answered to a form, in words, with what the form computes from it',
    scope: 'responses:read',
    params: inRelation.extend({ answer: formResponseId }),
    response: formAnswer,
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  askForm: {
    id: 'askForm',
    method: 'POST',
    path: '/api/relations/:relation/form-invitations',
    summary: 'Ask someone to fill in a form. The link is in this answer only: it is stored hashed.',
    scope: 'responses:write',
    params: inRelation,
    body: z.strictObject({ id: formInvitationId, participant: participantId, form: formId }),
    response: link,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'checks-refused', 'conflict'],
  },
  newFormLink: {
    id: 'renewFormInvitation',
    method: 'POST',
    path: '/api/relations/:relation/form-invitations/:invitation/link',
    summary: 'Make a new link to a form that is not answered yet; the old one stops working',
    scope: 'responses:write',
    params: oneOf,
    response: link,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'checks-refused', 'conflict'],
  },
  revokeFormInvitation: {
    id: 'revokeFormInvitation',
    method: 'DELETE',
    path: '/api/relations/:relation/form-invitations/:invitation',
    summary: 'Withdraw a form that is not answered yet',
    scope: 'responses:write',
    params: oneOf,
    response: formInvitation,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'conflict'],
  },
} as const satisfies Record<string, Endpoint>

export const formPreviewEndpoints = {
  previewForm: {
    id: 'previewForm',
    method: 'GET',
    path: '/api/forms/:form/preview',
    summary: 'One page of a form as a respondent sees it, to show in a sandboxed frame; nothing is kept',
    scope: 'forms:read',
    params: z.object({ form: formId }),
    query: z.object({
      /** From 1; beyond the last is the last. */
      page: z.coerce.number().int().min(1).max(100_000).default(1),
      /** A language of the form; without one its own. */
      language: z.string().max(40).optional(),
      /** The newest version unless one is named. */
      version: z.coerce.number().int().min(1).max(1_000_000).optional(),
      /** How the respondent is addressed around the questions. */
      address: z.enum(['u', 'je']).default('u'),
    }),
    response: z.string(),
    files: ['text/html'],
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input'],
  },
} as const satisfies Record<string, Endpoint>
