import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { doorErrors } from './sessions.contract.ts'

/** The page that signing in with the organisation's account comes back to when it did not work, with why: `?sso=…`. */
export const singleSignOnOutcomes = ['refused', 'unavailable'] as const

export const singleSignOnEndpoints = {
  link: {
    id: 'linkSingleSignOn',
    method: 'POST',
    path: '/api/sign-in/single-sign-on/link',
    summary: "Link the organisation's account to one's own: answers where to go for it",
    body: z.strictObject({ to: z.string().max(500) }),
    response: z.object({ url: z.string() }),
    errors: [...doorErrors, 'proof-needed', 'invalid-input'],
  },
} as const satisfies Record<string, Endpoint>
