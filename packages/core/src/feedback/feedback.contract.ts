import { z } from 'zod'
import { contact, participant } from '../relation/relation.contract.ts'
import { relationContexts, relationKinds, situations } from '../relation/relation.ts'
import type { Endpoint } from '../shared/endpoint.ts'
import {
  agreementId,
  contactId,
  invitationId,
  memberId,
  participantId,
  relationId,
  responseId,
  signalId,
} from '../shared/ids.ts'
import { bilingual } from '../shared/spoken.schema.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { echoAnswers } from './agreement.ts'
import { fittingReasons } from './fitting.ts'
import { instrumentSchema } from './instrument.ts'
import { openerSchema } from './opener.ts'
import { signalFinding, signalOutcomes } from './signal.ts'

const relationParams = z.object({ relation: relationId })

export const signal = z.object({
  id: signalId,
  participant: participantId,
  response: responseId.nullable(),
  finding: signalFinding,
  /** The moment it speaks about: when was answered, or when the window closed. */
  openedAt: z.iso.datetime(),
  outcome: z.enum(signalOutcomes).nullable(),
  closedAt: z.iso.datetime().nullable(),
  note: z.string(),
})
export type Signal = z.infer<typeof signal>

export const response = z.object({
  id: responseId,
  participant: participantId,
  contact: contactId.nullable(),
  instrument: z.string(),
  instrumentVersion: z.int(),
  answers: z.record(z.string(), z.number()),
  openText: z.string(),
  /** What a young child drew, as the text of a path (drawing.ts); absent when nothing was drawn. */
  drawing: z.string().optional(),
  /** The person's own question or goal as this check asked it; absent when it asked none. */
  ownWords: z.string().optional(),
  /** When it was answered (on a phone without reception: earlier than when it came in). */
  answeredAt: z.iso.datetime(),
  /** Answered on paper, and typed over by this colleague. */
  enteredBy: memberId.optional(),
})
export type Response = z.infer<typeof response>

export const invitation = z.object({
  id: invitationId,
  participant: participantId,
  contact: contactId.nullable(),
  /** What was asked; absent is the contact check. */
  instrument: z.string().optional(),
  sentAt: z.iso.datetime(),
  status: z.enum(['open', 'answered', 'revoked', 'expired', 'ended']),
  expiresAt: z.iso.datetime(),
})
export type Invitation = z.infer<typeof invitation>

export const agreement = z.object({
  id: agreementId,
  text: z.string(),
  /** Who agreed. */
  participants: z.array(participantId),
  madeAt: z.iso.datetime(),
  state: z.enum(['to-ask', 'asked', 'changed', 'ended', 'kept']),
  askBack: z.boolean(),
  echoes: z.array(
    z.object({
      answer: z.enum(echoAnswers),
      at: z.iso.datetime(),
      participant: participantId,
      response: responseId,
    }),
  ),
})
export type Agreement = z.infer<typeof agreement>

/** Everything a relation page shows about checks. Times ascending unless said otherwise. */
export const relationFeedback = z.object({
  instruments: z.array(instrumentSchema),
  responses: z.array(response),
  /** Invitations, oldest first: all without an answer (the gaps of the chart), and each person's last 20 with one. */
  invitations: z.array(invitation),
  /** Newest first: the open ones and the closed ones. */
  signals: z.array(signal),
  /** Newest first. */
  agreements: z.array(agreement),
  openers: z.array(openerSchema),
})
export type RelationFeedback = z.infer<typeof relationFeedback>

/** One line of the list of collaborations. */
export const relationSummary = z.object({
  id: relationId,
  title: z.string(),
  kind: z.enum(relationKinds),
  context: z.enum(relationContexts).nullable(),
  situation: z.enum(situations).nullable(),
  closedAt: z.iso.datetime().nullable(),
  participants: z.array(participant.pick({ id: true, name: true, voice: true, member: true })),
  lastAnswerAt: z.iso.datetime().nullable(),
  /** Planned contacts lie in the future. */
  nextContactAt: z.iso.datetime().nullable(),
  /** What asks for attention, the leading signal first; empty when nothing does. */
  signals: z.array(signal),
})
export type RelationSummary = z.infer<typeof relationSummary>

/** A card of *Vandaag*: one relation that asks for attention, with its last scores for the small line. */
export const attentionCard = relationSummary.extend({
  /** The last checks of the person the leading signal is about, oldest first; null for one not filled in. */
  recent: z.array(z.object({ at: z.iso.datetime(), score: z.number().nullable() })),
  /** The short names of the items that signals may speak of. */
  itemLabels: z.record(z.string(), z.object({ nl: z.string(), en: z.string() })),
  /** Cut-off and scale of the line. */
  cutoff: z.number(),
})
export type AttentionCard = z.infer<typeof attentionCard>

export const today = z.object({
  attention: z.array(attentionCard),
  /** How many more relations have an open signal than are shown. */
  more: z.int(),
  agreements: z.array(
    agreement.extend({
      relation: relationId,
      title: z.string(),
      names: z.array(z.string()),
      nextContactAt: z.iso.datetime().nullable(),
    }),
  ),
  contacts: z.array(
    contact.extend({
      relation: relationId,
      title: z.string(),
      participants: z.array(participant.pick({ id: true, name: true, voice: true })),
      /** An agreement that this contact's check will ask back. */
      askBack: z.boolean(),
    }),
  ),
})
export type Today = z.infer<typeof today>

/** What may be asked of someone; the first check is the one to choose. */
export const fittingPerson = z.object({
  participant: participantId,
  checks: z.array(
    z.object({
      instrument: z.string(),
      name: bilingual,
      reason: z.enum(fittingReasons),
      /** How many questions it has, the open one included. */
      questions: z.int(),
      /** It asks her own question or goal: with the words that are kept of her, empty when there are none. */
      own: z.object({ kind: z.enum(['question', 'goal']), words: z.string() }).optional(),
    }),
  ),
})
export type FittingPerson = z.infer<typeof fittingPerson>

export const feedbackEndpoints = {
  today: {
    id: 'getToday',
    method: 'GET',
    path: '/api/today',
    summary: 'What asks for attention, what was agreed, who is coming',
    scope: 'relations:read',
    response: today,
    errors: ['not-signed-in', 'not-allowed'],
  },
  listRelations: {
    id: 'listRelations',
    method: 'GET',
    path: '/api/relations',
    summary: 'My collaborations, those that ask for attention first',
    scope: 'relations:read',
    query: z.object({
      search: text(100).default(''),
      closed: z.enum(['no', 'yes']).default('no'),
      from: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
    response: z.object({
      relations: z.array(relationSummary),
      total: z.int(),
      /** Where the next page begins, or null at the end. */
      next: z.int().nullable(),
      itemLabels: z.record(z.string(), z.object({ nl: z.string(), en: z.string() })),
    }),
    errors: ['not-signed-in', 'not-allowed', 'invalid-input'],
  },
  relationFeedback: {
    id: 'getRelationFeedback',
    method: 'GET',
    path: '/api/relations/:relation/feedback',
    summary: 'Checks, signals and agreements of one collaboration',
    scope: 'responses:read',
    params: relationParams,
    response: relationFeedback,
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  fittingChecks: {
    id: 'getFittingChecks',
    method: 'GET',
    path: '/api/relations/:relation/checks',
    summary: 'Which checks fit each person, the one to choose first, and why',
    scope: 'responses:read',
    params: relationParams,
    response: z.object({ people: z.array(fittingPerson) }),
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  invite: {
    id: 'createInvitation',
    method: 'POST',
    path: '/api/relations/:relation/invitations',
    summary: 'Ask someone how it was. The link is in this answer only: it is stored hashed.',
    scope: 'responses:write',
    params: relationParams,
    body: z.strictObject({
      id: invitationId,
      participant: participantId,
      contact: contactId.nullable(),
      /** The check that is asked, in its newest version; absent is the contact check. */
      instrument: z.string().max(40).optional(),
      /** Her own question or goal, where the check asks for it; absent are the words that are kept of her. */
      ownWords: requiredText(200).optional(),
    }),
    response: invitation.extend({ url: z.string() }),
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'checks-refused', 'conflict'],
  },
  newLink: {
    id: 'renewInvitation',
    method: 'POST',
    path: '/api/relations/:relation/invitations/:invitation/link',
    summary: 'Make a new link for an invitation that is not answered yet; the old one stops working',
    scope: 'responses:write',
    params: relationParams.extend({ invitation: invitationId }),
    response: invitation.extend({ url: z.string() }),
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'checks-refused', 'conflict'],
  },
  revokeInvitation: {
    id: 'revokeInvitation',
    method: 'DELETE',
    path: '/api/relations/:relation/invitations/:invitation',
    summary: 'Withdraw a link that is not answered yet',
    scope: 'responses:write',
    params: relationParams.extend({ invitation: invitationId }),
    response: invitation,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'conflict'],
  },
  closeSignals: {
    id: 'closeSignals',
    method: 'POST',
    path: '/api/relations/:relation/signals/closed',
    summary: 'Close signals as discussed, agreed or not applicable; null opens them again',
    scope: 'responses:write',
    params: relationParams,
    body: z.strictObject({
      signals: z.array(signalId).min(1).max(20),
      outcome: z.enum(signalOutcomes).nullable(),
      note: text(500),
    }),
    response: z.object({ signals: z.array(signal) }),
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input'],
  },
  agree: {
    id: 'createAgreement',
    method: 'POST',
    path: '/api/relations/:relation/agreements',
    summary: 'Keep what was agreed; with `askBack` the next check asks whether it changed',
    scope: 'responses:write',
    params: relationParams,
    body: z.strictObject({
      id: agreementId,
      text: requiredText(300),
      participants: z.array(participantId).min(1).max(40),
      askBack: z.boolean(),
      /** Signals that this agreement closes as *agreed*. */
      signals: z.array(signalId).max(20),
    }),
    response: agreement,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict'],
  },
  endAgreement: {
    id: 'endAgreement',
    method: 'POST',
    path: '/api/relations/:relation/agreements/:agreement/ended',
    summary: 'End an agreement, or take it up again',
    scope: 'responses:write',
    params: relationParams.extend({ agreement: agreementId }),
    body: z.strictObject({ ended: z.boolean() }),
    response: agreement,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input'],
  },
} as const satisfies Record<string, Endpoint>
