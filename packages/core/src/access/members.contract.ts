import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { memberId } from '../shared/ids.ts'
import { requiredText } from '../shared/text-input.ts'
import { roles } from './access.ts'
import { colleagueRoles } from './members.ts'

/** An address to which an invitation goes; spelled as the sign-in data keep it. */
export const emailAddress = z.string().trim().toLowerCase().pipe(z.email().max(254))

/** How someone who was let in hears of it. */
export const invited = z.object({
  /** A mail with the address of the sign-in page was put in the outbox. */
  mailed: z.boolean(),
  /** Without a mail server, for an account that was never used: a link that signs in once, shown this one time. */
  link: z.string().nullable(),
})
export type Invited = z.infer<typeof invited>

const role = z.enum(colleagueRoles)
const colleague = z.object({
  id: memberId,
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  /** Of a guest: where she works. */
  organisation: z.string(),
  endedAt: z.iso.datetime().nullable(),
  /** Whether she ever signed in with this account. */
  signedIn: z.boolean(),
  isSelf: z.boolean(),
  /** Why her place cannot be ended or her roles not be changed; null when they can. */
  lastAdministrator: z.boolean(),
})
export type Colleague = z.infer<typeof colleague>

const params = z.object({ member: memberId })
const errors = ['not-signed-in', 'not-allowed', 'not-found', 'conflict'] as const
const roleList = z.array(role).min(1).max(colleagueRoles.length)

export const membersEndpoints = {
  colleagues: {
    id: 'listColleagues',
    method: 'GET',
    path: '/api/colleagues',
    summary: 'Everybody with a place in this workspace, guests apart, for the administrator',
    response: z.object({ colleagues: z.array(colleague), guests: z.array(colleague), canMail: z.boolean() }),
    errors: ['not-signed-in', 'not-allowed'],
  },
  inviteColleague: {
    id: 'inviteColleague',
    method: 'POST',
    path: '/api/colleagues',
    summary: 'Give someone a place, or give it back; with an account if she has none yet',
    body: z.strictObject({ email: emailAddress, name: requiredText(80), roles: roleList }),
    response: z.object({ colleague, invited }),
    errors: ['not-signed-in', 'not-allowed', 'invalid-input', 'conflict', 'too-many'],
  },
  changeColleague: {
    id: 'changeColleague',
    method: 'PUT',
    path: '/api/colleagues/:member',
    summary: 'Change the name or the roles of a colleague',
    params,
    body: z.strictObject({ name: requiredText(80), roles: roleList }),
    response: colleague,
    errors: [...errors, 'invalid-input'],
  },
  endColleague: {
    id: 'endColleague',
    method: 'DELETE',
    path: '/api/colleagues/:member',
    summary: 'End the place of a colleague or guest. What she wrote stays.',
    params,
    response: z.object({
      colleague,
      /** In how many open collaborations no colleague takes part any more. */
      leftAlone: z.int(),
    }),
    errors: [...errors],
  },
  inviteColleagueAgain: {
    id: 'inviteColleagueAgain',
    method: 'POST',
    path: '/api/colleagues/:member/invitation',
    summary: 'Invite someone again who has not signed in yet',
    params,
    response: invited,
    errors: [...errors, 'too-many'],
  },
} as const satisfies Record<string, Endpoint>
