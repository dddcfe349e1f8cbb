import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { isTimeZone } from './time-zone.ts'

/** What is the same for everybody in a workspace. */
const settings = z.strictObject({
  name: requiredText(120),
  timeZone: z.string().max(64).refine(isTimeZone, 'unknown'),
  /** Everybody proves in two ways that it is her. */
  secondFactorRequired: z.boolean(),
  /** After so many minutes without use a session is locked. */
  idleMinutes: z.int().min(1).max(1_440),
  /** Whether programs may come in by a token of a member. */
  apiTokens: z.boolean(),
  /** Who is responsible, for the texts that the law asks for; empty where nobody filled it in. */
  profile: z.strictObject({
    controller: text(200),
    contact: text(200),
    privacyOfficer: text(200),
  }),
})
export type Settings = z.infer<typeof settings>

export const settingsEndpoints = {
  settings: {
    id: 'getSettings',
    method: 'GET',
    path: '/api/settings',
    summary: 'The settings of the workspace, for the administrator',
    response: settings,
    errors: ['not-signed-in', 'not-allowed'],
  },
  changeSettings: {
    id: 'changeSettings',
    method: 'PUT',
    path: '/api/settings',
    summary: 'Change the settings of the workspace',
    body: settings,
    response: settings,
    errors: ['not-signed-in', 'not-allowed', 'invalid-input'],
  },
} as const satisfies Record<string, Endpoint>
