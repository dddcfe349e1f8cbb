/** A program with a token: real requests without a cookie. */
import { apiTokenEndpoints } from '@weerklank/core/access/api-tokens.contract'
import { type Scope, scopes } from '@weerklank/core/shared/scope'
import type { TestApp } from '../test-app.ts'
import { type Person, publicUrl } from '../test-member.ts'

/** Makes a token as she would on the screen. */
export async function tokenOf(
  app: TestApp,
  by: Person,
  of: { scopes?: readonly Scope[]; days?: 7 | 30 | 90 | 365; name?: string } = {},
) {
  const body = { name: of.name ?? 'EPD', scopes: [...(of.scopes ?? scopes)], days: of.days ?? 30 }
  const { secret, tokens } = await app.as(by).call(apiTokenEndpoints.makeToken, { body })
  const id = tokens.own[0]?.id
  if (id === undefined) throw new Error('The token that was made is the first of her own')
  return { secret, id }
}

/** A request as a program makes it: a bearer, and no header of our own pages. */
export async function asProgram(
  app: TestApp,
  secret: string,
  of: { method?: string; path: string; body?: unknown; headers?: Record<string, string> },
) {
  const headers = {
    authorization: `Bearer ${secret}`,
    ...(of.body !== undefined && { 'content-type': 'application/json' }),
    ...of.headers,
  }
  const body = of.body === undefined ? null : JSON.stringify(of.body)
  const response = await app.hono.request(publicUrl + of.path, { method: of.method ?? 'GET', headers, body })
  const reply = (await response.json()) as { error?: { code: string } } & Record<string, unknown>
  return { status: response.status, code: reply.error?.code, body: reply, headers: response.headers }
}
