import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { apiTokenId } from '../shared/ids.ts'
import { scopes } from '../shared/scope.ts'
import { requiredText } from '../shared/text-input.ts'
import { tokenDays } from './api-token.ts'

const token = z.object({
  id: apiTokenId,
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  createdAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  /** By day, and no nearer. */
  lastUsedOn: z.string().nullable(),
  status: z.enum(['active', 'expired', 'revoked']),
})
export type ApiToken = z.infer<typeof token>

const tokens = z.object({
  /** Whether programs may come in here at all. */
  allowed: z.boolean(),
  /** A guest works in this house, her programs do not. */
  mayMake: z.boolean(),
  own: z.array(token),
  /** Those of all others, for whoever administers the workspace; null for everybody else. */
  others: z.array(token.extend({ by: z.string() })).nullable(),
})
export type ApiTokens = z.infer<typeof tokens>

const newToken = z.strictObject({
  name: requiredText(80),
  scopes: z
    .array(z.enum(scopes))
    .min(1)
    .max(scopes.length)
    .transform((all) => [...new Set(all)]),
  days: z.literal(tokenDays),
})
export type NewApiToken = z.output<typeof newToken>

const errors = ['not-signed-in', 'not-allowed'] as const

export const apiTokenEndpoints = {
  tokens: {
    id: 'listTokens',
    method: 'GET',
    path: '/api/tokens',
    summary: 'The tokens of one’s own programs; for an administrator those of all. Never a secret',
    response: tokens,
    errors,
  },
  makeToken: {
    id: 'makeToken',
    method: 'POST',
    path: '/api/tokens',
    summary: 'Make a token for a program; its secret is in this answer and nowhere else',
    body: newToken,
    response: z.object({ secret: z.string(), tokens }),
    errors: [...errors, 'invalid-input'],
  },
  revokeToken: {
    id: 'revokeToken',
    method: 'DELETE',
    path: '/api/tokens/:token',
    summary: 'Revoke a token of one’s own, or as administrator of anybody: it opens nothing from now on',
    params: z.object({ token: apiTokenId }),
    response: tokens,
    errors: [...errors, 'not-found'],
  },
} as const satisfies Record<string, Endpoint>
