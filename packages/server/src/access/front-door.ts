import { AppError } from '@weerklank/core/shared/errors'
import type { Hono, Context as HonoContext } from 'hono'
import { addressOf } from '../http/address.ts'
import { newLimiter } from '../http/limit.ts'
import { readBody } from '../http/server.ts'
import type { Db } from '../schema.ts'
import type { Membership } from './access.ts'
import { addressHeader, type SignIn } from './sign-in.ts'

const minute = 60_000
/** One person with several open screens does not come near these. */
const requestsPerMember = { max: 1_200, windowMs: minute }
const authBodyLimit = 16 * 1024

/** Hands what belongs to sign-in to the auth library, with our own word for where the request comes from. */
export function serveSignIn(app: Hono, signIn: SignIn): void {
  app.on(['GET', 'POST'], '/api/auth/*', async (c) => {
    const body = c.req.method === 'POST' ? new Uint8Array(await readBody(c, authBodyLimit)) : null
    const headers = new Headers(c.req.raw.headers)
    headers.set(addressHeader, addressOf(c) || '127.0.0.1')
    const response = await signIn.handler(new Request(c.req.url, { method: c.req.method, headers, body }))
    response.headers.set('Cache-Control', 'no-store')
    return response
  })
}

/** Tells whose place in which workspace a request comes from, by its session cookie. */
export function authenticator(
  db: Db,
  signIn: SignIn,
  nowMs: () => number,
): (c: HonoContext) => Promise<Membership | null> {
  const limit = newLimiter(requestsPerMember, nowMs)
  return async (c) => {
    const session = await signIn.api.getSession({ headers: c.req.raw.headers })
    if (session === null) return null
    limit(session.user.id)
    const row = await db
      .selectFrom('auth.membership')
      .select(['workspace_id', 'member_id'])
      .where('user_id', '=', session.user.id)
      .orderBy('workspace_id')
      .executeTakeFirst()
    if (row === undefined) throw new AppError('not-allowed')
    return { workspace: row.workspace_id, member: row.member_id }
  }
}
