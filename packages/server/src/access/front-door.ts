import { AppError } from '@weerklank/core/shared/errors'
import { type Instant, millis } from '@weerklank/core/shared/time'
import type { Hono, Context as HonoContext } from 'hono'
import { addressOf } from '../http/address.ts'
import { newLimiter } from '../http/limit.ts'
import { readBody } from '../http/server.ts'
import { cookieFrom } from '../http/set-cookies.ts'
import type { Db } from '../schema.ts'
import type { Membership } from './access.ts'
import { type Door, enforceOpen, noteUse } from './session-door.ts'
import { addressHeader, type SignIn } from './sign-in.ts'

const minute = 60_000
/** One person with several open screens does not come near these. */
const requestsPerMember = { max: 1_200, windowMs: minute }
/** Each change that reaches an open screen asks once more who is watching. */
const looksPerMember = { max: 6_000, windowMs: minute }
const authBodyLimit = 16 * 1024

/** What of the auth library is reached from outside: the rest of it (passwords, sessions, accounts) has our own routes. */
const signInPaths = [
  /^POST \/api\/auth\/sign-in\/(email|magic-link)$/,
  /^GET \/api\/auth\/magic-link\/verify$/,
  /^GET \/api\/auth\/demo\/[^/]+$/,
  /^POST \/api\/auth\/sign-out$/,
]

/** What came of signing in is written down by these. */
export type NoteSignIn = {
  signedIn: (user: string) => Promise<void>
  /** Who it was is not known, only what address was given, if any. Nobody waits for it. */
  failed: (way: 'password' | 'mail-link', email: string | null) => void
}

/** Hands what belongs to sign-in to the auth library, with our own word for where the request comes from. */
export function serveSignIn(app: Hono, signIn: SignIn, note: NoteSignIn): void {
  app.on(['GET', 'POST'], '/api/auth/*', async (c) => {
    if (!signInPaths.some((one) => one.test(`${c.req.method} ${c.req.path}`))) throw new AppError('not-found')
    const body = c.req.method === 'POST' ? new Uint8Array(await readBody(c, authBodyLimit)) : null
    const headers = new Headers(c.req.raw.headers)
    headers.set(addressHeader, addressOf(c) || '127.0.0.1')
    const before = await signIn.api.getSession({ headers: c.req.raw.headers })
    const response = await signIn.handler(new Request(c.req.url, { method: c.req.method, headers, body }))
    if (before !== null && opensSession(response)) {
      // Whoever signs in anew leaves no second way in behind her.
      await (await signIn.$context).internalAdapter.deleteSession(before.session.token)
    }
    const opened = await userBehind(signIn, response)
    if (opened !== null) await note.signedIn(opened)
    else noteFailure(note, { path: c.req.path, status: response.status, body })
    response.headers.set('Cache-Control', 'no-store')
    return c.req.path.endsWith('/sign-in/email') && response.ok ? withoutToken(response) : response
  })
}

/** Says by which way signing in failed. Asking too often is no try: nothing was looked at. */
function noteFailure(note: NoteSignIn, of: { path: string; status: number; body: Uint8Array | null }): void {
  if (of.path.endsWith('/magic-link/verify')) note.failed('mail-link', null)
  if (of.path.endsWith('/sign-in/email') && of.status === 401) note.failed('password', emailIn(of.body))
}

/** The address that was typed, in either form that the library takes; the password beside it is looked at by nobody. */
function emailIn(body: Uint8Array | null): string | null {
  const text = new TextDecoder().decode(body ?? undefined)
  const isJson = text.trimStart().startsWith('{')
  const email = isJson
    ? (JSON.parse(text) as { email?: unknown }).email
    : new URLSearchParams(text).get('email')
  return typeof email === 'string' ? email : null
}

const opensSession = (response: Response) =>
  response.headers.getSetCookie().some((cookie) => /session_token=[^;]+/.test(cookie))

/** Whose session an answer opens; null when it opens none. */
async function userBehind(signIn: SignIn, response: Response): Promise<string | null> {
  if (!opensSession(response)) return null
  const headers = new Headers({ cookie: cookieFrom(response.headers) })
  const session = await signIn.api.getSession({ headers })
  return session?.user.id ?? null
}

/** The library also writes the session's secret in its answer, where every script of the page could read it. */
function withoutToken(response: Response): Response {
  const headers = new Headers(response.headers)
  headers.delete('Content-Length')
  return Response.json({ signedIn: true }, { status: 200, headers })
}

/** Tells whose place in which workspace a request comes from; null when nobody is signed in. */
export type Authenticate = (
  c: HonoContext,
  /** A stream that stays open by itself is no use of the session: it would never be locked. */
  use?: 'working' | 'watching',
) => Promise<Membership | null>

export function authenticator(of: { db: Db; door: Door; now: () => Instant }): Authenticate {
  const nowMs = () => millis(of.now())
  const limits = {
    working: newLimiter(requestsPerMember, nowMs),
    watching: newLimiter(looksPerMember, nowMs),
  }
  return async (c, use = 'working') => {
    const who = await of.door(c.req.raw.headers)
    if (who === null) return null
    limits[use](who.user.id)
    enforceOpen(who.step)
    if (use === 'working') await noteUse(of.db, who, of.now())
    if (who.place === null) throw new AppError('not-allowed')
    return who.place
  }
}
