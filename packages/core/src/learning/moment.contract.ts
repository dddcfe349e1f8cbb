import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { learnerId, learningAnswerId, momentId, trajectoryId } from '../shared/ids.ts'
import { mentionKinds, mentionLevels } from './mention.ts'
import { paperWays } from './moment-form.ts'
import { handIn } from './moment-hand-in.ts'

const params = z.object({ trajectory: trajectoryId })

const typedOver = z.strictObject({
  /** Made with the page: sent twice it is one form. */
  id: learningAnswerId,
  way: z.enum(paperWays),
  /** The day on which it came in. */
  receivedOn: z.iso.date(),
  handIn,
})
export type TypedOver = z.infer<typeof typedOver>

const kept = z.object({
  /** False: there is no consent. Only that it came in is written down; what was typed is thrown away. */
  kept: z.boolean(),
  receivedAt: z.iso.datetime(),
})
export type PaperKept = z.infer<typeof kept>

const offered = z.object({ key: z.string(), nl: z.string(), en: z.string() })

/** What can be picked for a kind of mention on one level: the nearest first, the rest after it. */
export const mentionOffer = z.object({
  kind: z.enum(mentionKinds),
  level: z.enum(mentionLevels),
  near: z.array(offered),
  far: z.array(offered),
})
export type MentionOffer = z.infer<typeof mentionOffer>

export const momentEndpoints = {
  typeOverMoment: {
    id: 'typeOverMoment',
    method: 'POST',
    path: '/api/trajectories/:trajectory/learners/:learner/moments/:moment',
    summary:
      'Type over a form that came on paper, by mail or in a talk. It is kept only while she consents; without, only that it came in. The id is made by the sender: a repeat changes nothing.',
    params: params.extend({ learner: learnerId, moment: momentId }),
    body: typedOver,
    response: kept,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict'],
  },
  listMentionCodes: {
    id: 'listMentionCodes',
    method: 'GET',
    path: '/api/trajectories/:trajectory/mention-codes',
    summary: 'What hinders and what helps, to pick from on each level',
    params,
    response: z.object({ offers: z.array(mentionOffer) }),
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  listMyPlaces: {
    id: 'listMyPlaces',
    method: 'GET',
    path: '/api/my-trajectories',
    summary: 'The trajectories in which one takes part oneself, as a learner',
    response: z.object({ trajectories: z.array(z.object({ id: trajectoryId, title: z.string() })) }),
    errors: ['not-signed-in'],
  },
  openMyPages: {
    id: 'openMyPages',
    method: 'POST',
    path: '/api/my-trajectories/:trajectory/pages',
    summary: 'A fresh link to one’s own pages as a learner, for a colleague who takes part',
    params,
    response: z.object({ url: z.string() }),
    errors: ['not-signed-in', 'not-found'],
  },
} as const satisfies Record<string, Endpoint>
