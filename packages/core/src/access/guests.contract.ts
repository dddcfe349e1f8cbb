import { z } from 'zod'
import { voices } from '../relation/relation.ts'
import type { Endpoint } from '../shared/endpoint.ts'
import { participantId, relationId } from '../shared/ids.ts'
import { requiredText } from '../shared/text-input.ts'
import { emailAddress, invited } from './members.contract.ts'

const params = z.object({ relation: relationId })

/** Someone of another organisation who takes part in one collaboration. She is not counted and costs nothing. */
export const guestInput = z.strictObject({
  /** Made by the sender, so that a repeat invites nobody twice. */
  id: participantId,
  email: emailAddress,
  name: requiredText(80),
  organisation: requiredText(80),
  voice: z.enum(voices),
})
export type GuestInput = z.infer<typeof guestInput>

export const guestsEndpoints = {
  inviteGuest: {
    id: 'inviteGuest',
    method: 'POST',
    path: '/api/relations/:relation/guests',
    summary: 'Let someone of another organisation take part, with a sign-in of her own',
    params,
    body: guestInput,
    response: z.object({ participant: participantId, invited }),
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict', 'too-many'],
  },
} as const satisfies Record<string, Endpoint>
