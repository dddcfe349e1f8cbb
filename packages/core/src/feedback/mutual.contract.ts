import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { contactId, invitationId, mutualPictureId, participantId, relationId } from '../shared/ids.ts'
import { text } from '../shared/text-input.ts'
import { instrumentSchema } from './instrument.ts'
import { mutualInstruments, mutualOpenings } from './mutual.ts'
import { openTextAtMost } from './submission.ts'

const answers = z.record(z.string().max(40), z.number())

/** What one side said; only there when its reader may read it. */
const side = z.object({
  answers,
  openText: z.string(),
  at: z.iso.datetime(),
  /** Given when the other's answer could be read already. */
  afterReading: z.boolean(),
})
export type MutualSideAnswers = z.infer<typeof side>

export const mutualPicture = z.object({
  id: mutualPictureId,
  /** Of the two people. */
  client: participantId,
  professional: participantId,
  invitation: invitationId,
  contact: contactId.nullable(),
  /** `id@version` of what each is asked. */
  instrument: z.string(),
  mirror: z.string(),
  askedAt: z.iso.datetime(),
  /** From then on it opens with what is in. */
  endsAt: z.iso.datetime(),
  state: z.enum(['waits-for-both', 'waits-for-client', 'waits-for-professional', 'open', 'closed']),
  openedBy: z.enum(mutualOpenings).nullable(),
  openedAt: z.iso.datetime().nullable(),
  declined: z.boolean(),
  /** Whether the reader is its professional. */
  mine: z.boolean(),
  /** What the reader may do now. */
  may: z.object({ answer: z.boolean(), guess: z.boolean(), decline: z.boolean() }),
  /** The client's side: null until the picture is open. */
  clientSide: side.nullable(),
  /** The professional's side: to herself always, to others when the picture is open. */
  professionalSide: side.nullable(),
  clientGuess: answers.nullable(),
  professionalGuess: answers.nullable(),
})
export type MutualPicture = z.infer<typeof mutualPicture>

const relationParams = z.object({ relation: relationId })
const pictureParams = relationParams.extend({ picture: mutualPictureId })

export const mutualEndpoints = {
  mutualPictures: {
    id: 'getMutualPictures',
    method: 'GET',
    path: '/api/relations/:relation/mutual-pictures',
    summary:
      'The mutual pictures of one collaboration, newest first. Nobody reads the other side before both are in.',
    params: relationParams,
    response: z.object({ pictures: z.array(mutualPicture), instruments: z.array(instrumentSchema) }),
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  ask: {
    id: 'askMutualPicture',
    method: 'POST',
    path: '/api/relations/:relation/mutual-pictures',
    summary: 'Ask two people the same about one contact. The link for the client is in this answer only.',
    params: relationParams,
    body: z.strictObject({
      id: mutualPictureId,
      client: participantId,
      professional: participantId,
      contact: contactId.nullable(),
      /** What both are asked: how it was this time, or how the working together goes. Absent: the latter. */
      instrument: z.enum(mutualInstruments).optional(),
    }),
    response: z.object({ picture: mutualPicture, url: z.string() }),
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'checks-refused', 'conflict'],
  },
  answer: {
    id: 'answerMutualPicture',
    method: 'POST',
    path: '/api/relations/:relation/mutual-pictures/:picture/answer',
    summary: 'The professional’s own side, given once',
    params: pictureParams,
    body: z.strictObject({ answers, openText: text(openTextAtMost) }),
    response: mutualPicture,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict'],
  },
  guess: {
    id: 'guessMutualPicture',
    method: 'POST',
    path: '/api/relations/:relation/mutual-pictures/:picture/guess',
    summary: 'What the professional thinks that the client answered, before she can read it',
    params: pictureParams,
    body: z.strictObject({ guess: answers }),
    response: mutualPicture,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict'],
  },
  decline: {
    id: 'declineMutualPicture',
    method: 'POST',
    path: '/api/relations/:relation/mutual-pictures/:picture/declined',
    summary: 'The professional does not fill it in: the client’s side opens by itself',
    params: pictureParams,
    response: mutualPicture,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'conflict'],
  },
} as const satisfies Record<string, Endpoint>
