import { z } from 'zod'
import { participant } from '../relation/relation.contract.ts'
import { relationContexts, relationKinds, situations } from '../relation/relation.ts'
import type { Endpoint } from '../shared/endpoint.ts'
import { memberId, participantId, relationId, supervisionId } from '../shared/ids.ts'
import { text } from '../shared/text-input.ts'
import { agreement, response, signal } from './feedback.contract.ts'
import { instrumentSchema } from './instrument.ts'
import { rupture, ruptureStep } from './rupture.contract.ts'
import { supervisionDays, supervisionQuestion } from './supervision.ts'

/** One collaboration that was shared with one supervisor, as those who take part see it. */
const share = z.object({
  id: supervisionId,
  /** With whom. Empty where the reader may not see the list of colleagues. */
  supervisor: z.string(),
  /** Who shared it. */
  from: z.string(),
  question: z.string(),
  sharedAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** Whether it holds now. */
  open: z.boolean(),
})
export type SupervisionShare = z.infer<typeof share>

/** As the supervisor finds it on her list. */
const shared = z.object({
  id: supervisionId,
  title: z.string(),
  from: z.string(),
  question: z.string(),
  sharedAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
})
export type SharedWithMe = z.infer<typeof shared>

/**
 * What a supervisor needs for a question about working together: the line, what stood out, what was agreed, and strain that
 * was shared. Not: who else is around the people, contacts and what was said in them, notes, what somebody wrote in her own
 * words, and anything that a colleague keeps to herself.
 */
const supervisedCase = z.object({
  share: shared,
  relation: z.object({
    kind: z.enum(relationKinds),
    context: z.enum(relationContexts).nullable(),
    situation: z.enum(situations).nullable(),
    purpose: z.string(),
    startedAt: z.iso.datetime(),
  }),
  people: z.array(participant.pick({ id: true, name: true, voice: true, active: true })),
  instruments: z.array(instrumentSchema),
  responses: z.array(
    response.pick({
      ...{ id: true, participant: true, instrument: true, instrumentVersion: true },
      ...{ answers: true, answeredAt: true },
    }),
  ),
  signals: z.array(signal.omit({ note: true })),
  agreements: z.array(agreement),
  ruptures: z.array(
    rupture
      .pick({ id: true, participant: true, kind: true, markers: true, salience: true, text: true })
      .extend(rupture.pick({ noticedAt: true, reviewOn: true, outcome: true, closedAt: true }).shape)
      .extend({ steps: z.array(ruptureStep.omit({ by: true })) }),
  ),
})
export type SupervisedCase = z.infer<typeof supervisedCase>

const inRelation = z.object({ relation: relationId })
const ofShare = z.object({ share: supervisionId })
const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const

const shares = z.object({
  shares: z.array(share),
  /** Whom one may ask: those whose role it is, who do not take part. Empty for whoever may not share. */
  askable: z.array(z.object({ id: memberId, name: z.string() })),
  /** The people who will read the question too, by name. */
  readBy: z.array(z.object({ id: participantId, name: z.string() })),
})

/** Of whoever is asked to look along. */
export const supervisionEndpoints = {
  supervisedCases: {
    id: 'listSupervision',
    method: 'GET',
    path: '/api/supervision',
    summary: 'What colleagues share with me for a question, the one that ends first in front',
    response: z.object({ shares: z.array(shared) }),
    errors: ['not-signed-in', 'not-allowed'],
  },
  supervisedCase: {
    id: 'getSupervision',
    method: 'GET',
    path: '/api/supervision/:share',
    summary: 'One collaboration that is shared with me: read only, until the share ends',
    params: ofShare,
    response: supervisedCase,
    errors: [...refusals],
  },
  giveBack: {
    id: 'endSupervision',
    method: 'POST',
    path: '/api/supervision/:share/ended',
    summary: 'Give back what was shared with me, before it ends by itself',
    params: ofShare,
    response: z.object({ shares: z.array(shared) }),
    errors: [...refusals],
  },
} as const satisfies Record<string, Endpoint>

/** Of those who take part. */
export const supervisionShareEndpoints = {
  shares: {
    id: 'listRelationSupervision',
    method: 'GET',
    path: '/api/relations/:relation/supervision',
    summary:
      'With whom this collaboration is shared for supervision, now and in the last month, and whom one may ask',
    params: inRelation,
    response: shares,
    errors: [...refusals],
  },
  share: {
    id: 'shareForSupervision',
    method: 'POST',
    path: '/api/relations/:relation/supervision',
    summary:
      'Share a collaboration with one supervisor, for a question and a time. Its people can read that it is.',
    params: inRelation,
    body: z.strictObject({
      id: supervisionId,
      supervisor: memberId,
      question: text(supervisionQuestion.most).min(supervisionQuestion.least),
      days: z.literal([...supervisionDays]),
    }),
    response: shares,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  stopSharing: {
    id: 'stopSupervision',
    method: 'POST',
    path: '/api/relations/:relation/supervision/:share/ended',
    summary: 'Stop sharing at once; once more changes nothing',
    params: inRelation.extend({ share: supervisionId }),
    response: shares,
    errors: [...refusals],
  },
} as const satisfies Record<string, Endpoint>
