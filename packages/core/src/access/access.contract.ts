import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { memberId, workspaceId } from '../shared/ids.ts'
import { languages } from '../shared/language.ts'
import { roles } from './access.ts'
import { exportPurposes } from './purpose-lock.ts'
import { rooms } from './rooms.ts'

/** For what data are taken out: a required field of every export, held against `mayExport`. */
export const exportPurpose = z.enum(exportPurposes)

/** Who is signed in, where, as what. */
export const me = z.object({
  member: z.object({ id: memberId, name: z.string(), roles: z.array(z.enum(roles)) }),
  workspace: z.object({
    id: workspaceId,
    name: z.string(),
    timeZone: z.string(),
    isDemo: z.boolean(),
  }),
  language: z.enum(languages),
  mayWorkWithContent: z.boolean(),
  /** Where there is work for her: the navigation shows these. */
  rooms: z.array(z.enum(rooms)),
})
export type Me = z.infer<typeof me>

/** How one can sign in here: shown on the sign-in page. */
export const signInOptions = z.object({
  password: z.literal(true),
  magicLink: z.boolean(),
  passkey: z.boolean(),
  /** With the account of one's own organisation: what its button says, and where it leads. */
  singleSignOn: z.object({ name: z.string(), url: z.string() }).nullable(),
  /** Only in a demo: people one can become with one click. Empty anywhere else. */
  demo: z.array(z.object({ name: z.string(), roles: z.array(z.enum(roles)), url: z.string() })),
})
export type SignInOptions = z.infer<typeof signInOptions>

export const accessEndpoints = {
  me: {
    id: 'getMe',
    method: 'GET',
    path: '/api/me',
    summary: 'Who is signed in, in which workspace',
    response: me,
    errors: ['not-signed-in', 'not-allowed'],
  },
  setLanguage: {
    id: 'setLanguage',
    method: 'PUT',
    path: '/api/me/language',
    summary: 'Choose the language of the screens',
    body: z.strictObject({ language: z.enum(languages) }),
    response: me,
    errors: ['not-signed-in', 'not-allowed', 'invalid-input'],
  },
  members: {
    id: 'listMembers',
    method: 'GET',
    path: '/api/members',
    summary: 'The colleagues in this workspace, to take part in a collaboration together',
    response: z.object({
      members: z.array(z.object({ id: memberId, name: z.string(), roles: z.array(z.enum(roles)) })),
      /** People of other organisations who take part in something here, apart: they are no colleagues and never counted. */
      guests: z.array(z.object({ id: memberId, name: z.string(), organisation: z.string() })),
    }),
    errors: ['not-signed-in', 'not-allowed'],
  },
  signInOptions: {
    id: 'getSignInOptions',
    method: 'GET',
    path: '/api/sign-in-options',
    summary: 'How one can sign in here',
    response: signInOptions,
    errors: [],
  },
} as const satisfies Record<string, Endpoint>
