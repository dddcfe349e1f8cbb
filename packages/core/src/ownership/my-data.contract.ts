import { z } from 'zod'
import { exportPurpose } from '../access/access.contract.ts'
import { roles } from '../access/access.ts'
import { consentMethods, purposes } from '../consent/consent.ts'
import type { Endpoint } from '../shared/endpoint.ts'

const moment = z.string()
const device = z.object({ browser: z.string().nullable(), system: z.string().nullable() })

/** Everything that is kept about whoever works here, for herself. */
export const myData = z.object({
  madeAt: moment,
  workspace: z.string(),
  member: z.object({
    name: z.string(),
    roles: z.array(z.enum(roles)),
    organisation: z.string(),
    language: z.string(),
    since: moment,
  }),
  /** Null where she signs in by an account of which nothing is kept here. */
  account: z
    .object({
      email: z.string(),
      secondFactorSince: moment.nullable(),
      passkeys: z.array(z.object({ name: z.string(), madeAt: moment, lastUsedAt: moment.nullable() })),
      sessions: z.array(z.object({ device, startedAt: moment, lastUsedAt: moment })),
    })
    .nullable(),
  /** Programs that work in her name, and those that are told; never what opens anything. */
  programs: z.object({
    tokens: z.array(
      z.object({ name: z.string(), madeAt: moment, until: moment, lastUsedOn: z.string().nullable() }),
    ),
    told: z.array(z.object({ address: z.string(), madeAt: moment })),
  }),
  /** Where she takes part, and in what name. */
  collaborations: z.array(z.object({ title: z.string(), name: z.string(), since: moment })),
  choices: z.array(
    z.object({
      purpose: z.enum(purposes),
      decision: z.enum(['given', 'refused', 'withdrawn']),
      textVersion: z.int(),
      method: z.enum(consentMethods),
      at: moment,
    }),
  ),
  workingNotes: z.array(z.object({ text: z.string(), madeAt: moment, changedAt: moment })),
  /** What she did in the last year, in collaborations and outside any, with what failed to sign in to her account. */
  deeds: z.array(z.object({ at: moment, action: z.string(), inWords: z.string() })),
  /** Whether there were more deeds than one file holds. */
  deedsAreCut: z.boolean(),
})
export type MyData = z.infer<typeof myData>

export const myDataEndpoints = {
  myData: {
    id: 'getMyData',
    method: 'GET',
    path: '/api/me/data',
    summary: 'Everything that is kept about oneself as someone who works here, as a file',
    query: z.object({ format: z.enum(['json', 'html']), purpose: exportPurpose }),
    response: myData,
    files: ['application/json', 'text/html'],
    errors: ['not-signed-in', 'not-allowed', 'invalid-input', 'purpose-refused'],
  },
} as const satisfies Record<string, Endpoint>
