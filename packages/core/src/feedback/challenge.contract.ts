import { z } from 'zod'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { ownChallengeId, relationId } from '../shared/ids.ts'
import { ownChallenges } from './own-challenge.ts'
import { signalOutcomes } from './signal.ts'

const inRelation = z.object({ relation: relationId })
const ofChallenge = inRelation.extend({ challenge: ownChallengeId })
const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const

/** Something that a professional recognised in herself in one collaboration (R10). Nobody else ever reads it. */
export const taggedChallenge = z.object({
  id: ownChallengeId,
  challenge: z.enum(ownChallenges),
  at: z.iso.datetime(),
  /** Talked about, agreed or not applicable; null while it is open. */
  outcome: z.enum(signalOutcomes).nullable(),
  closedAt: z.iso.datetime().nullable(),
  /** When it goes by itself unless it is changed before. */
  removedAt: z.iso.datetime(),
})
export type TaggedChallenge = z.infer<typeof taggedChallenge>

/** The newest first. */
const list = z.object({ challenges: z.array(taggedChallenge) })

export const challengeEndpoints = {
  challenges: {
    id: 'listChallenges',
    method: 'GET',
    path: '/api/relations/:relation/challenges',
    summary: 'What I recognised in myself in this collaboration; nobody else reads it',
    params: inRelation,
    response: list,
    errors: [...refusals],
  },
  tagChallenge: {
    id: 'tagChallenge',
    method: 'POST',
    path: '/api/relations/:relation/challenges',
    summary: 'Recognise a challenge of one’s own. The id is made by the sender: a repeat is the same.',
    params: inRelation,
    body: z.strictObject({ id: ownChallengeId, challenge: z.enum(ownChallenges) }),
    response: list,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  closeChallenge: {
    id: 'closeChallenge',
    method: 'POST',
    path: '/api/relations/:relation/challenges/:challenge/closed',
    summary: 'Close it as discussed, agreed or not applicable; null opens it again',
    params: ofChallenge,
    body: z.strictObject({ outcome: z.enum(signalOutcomes).nullable() }),
    response: list,
    errors: [...refusals, 'invalid-input'],
  },
  removeChallenge: {
    id: 'removeChallenge',
    method: 'DELETE',
    path: '/api/relations/:relation/challenges/:challenge',
    summary: 'Remove it, as if it had not been there',
    params: ofChallenge,
    response: done,
    errors: [...refusals],
  },
} as const satisfies Record<string, Endpoint>
