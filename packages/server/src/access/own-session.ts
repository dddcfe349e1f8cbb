import { isFreshlyProved, type SessionStep } from '@weerklank/core/access/session-step'
import type { SessionState } from '@weerklank/core/access/sessions.contract'
import type { Endpoint } from '@weerklank/core/shared/endpoint'
import { AppError } from '@weerklank/core/shared/errors'
import { type Instant, millis } from '@weerklank/core/shared/time'
import type { Context as HonoContext } from 'hono'
import type { World } from '../deps.ts'
import { newLimiter } from '../http/limit.ts'
import type { Log } from '../http/log.ts'
import { type Api, type Input, type Output, serve } from '../http/server.ts'
import { cookieFrom } from '../http/set-cookies.ts'
import type { Db } from '../schema.ts'
import type { PasswordCheck } from './password-choice.ts'
import { passwordHashOf } from './proof.ts'
import type { Seal } from './seal.ts'
import { heldBy } from './second-factor.ts'
import { type Door, enforceOpen, noteUse, type SignedIn } from './session-door.ts'
import type { SignIn } from './sign-in.ts'
import type { SingleSignOn } from './single-sign-on.ts'

/** What the routes about someone's own sign-in work with. */
export type OwnSessions = {
  api: Api
  db: Db
  signIn: SignIn
  door: Door
  now: () => Instant
  world: World
  log: Log
  publicUrl: string
  /** Closes the keys of authenticator apps. */
  seal: Seal
  checkPassword: PasswordCheck
  magicLink: boolean
  singleSignOn: SingleSignOn | null
  limit: (key: string) => void
}

/** No person does more with her own sign-in than this. */
export const newOwnLimit = (now: () => Instant) =>
  newLimiter({ max: 120, windowMs: 60_000 }, () => millis(now()))

/** The one who asks, and her request, on which a new session's cookie is set. */
export type Asking = { who: SignedIn; c: HonoContext }

type Served<E extends Endpoint> = {
  /** The steps in which it may be asked for; anything but looking at and leaving one's session needs `open`. */
  during: 'any' | readonly SessionStep[]
  /** Whether she must have shown a short while ago that it is her: for all that changes how she signs in. */
  proved?: true
  handle: (asking: Asking, input: Input<E>) => Promise<Output<E>>
}

/** With which of these steps someone may see to her own means to sign in. */
export const whileSettingUp = ['open', 'set-up-second-factor'] as const

/** Serves an endpoint about the session, or the means to sign in, of the one who asks. */
export function serveOwn<E extends Endpoint>(of: OwnSessions, endpoint: E, served: Served<E>): void {
  serve(of.api, endpoint, {
    guard: async (c) => {
      const who = await of.door(c.req.raw.headers)
      if (who === null) throw new AppError('not-signed-in')
      of.limit(who.user.id)
      if (served.during !== 'any') {
        if (!served.during.includes(who.step)) enforceOpen(who.step)
        await noteUse(of.db, who, of.now())
      }
      if (served.proved && !isFreshlyProved(who.provedAt, of.now())) throw new AppError('proof-needed')
      return { who, c }
    },
    handle: (asking, input) => served.handle(asking, input),
  })
}

/** What the page of someone who signed in begins with. */
export async function presentState(of: OwnSessions, who: SignedIn): Promise<SessionState> {
  const held = await heldBy(of.db, who.user.id)
  // Only a second factor makes up for a missing second factor.
  const first = who.step !== 'prove-second-factor'
  return {
    step: who.step,
    name: who.user.name,
    email: who.user.email,
    handedOver: who.handedOver,
    hasOwnPage: await hasOwnPage(of, who.user.id),
    ways: {
      password: first && (await passwordHashOf(of.db, who.user.id)) !== null,
      totp: held.totp,
      recoveryCode: held.recoveryCodesLeft > 0,
      passkey: held.passkeys > 0,
      magicLink: first && of.magicLink,
      singleSignOn: first && (await isLinked(of, who.user.id)),
    },
  }
}

async function hasOwnPage({ db }: OwnSessions, user: string): Promise<boolean> {
  const row = await db
    .selectFrom('auth.person_place')
    .select('person_id')
    .where('user_id', '=', user)
    .executeTakeFirst()
  return row !== undefined
}

async function isLinked(of: OwnSessions, user: string): Promise<boolean> {
  if (of.singleSignOn === null) return false
  const row = await of.db
    .selectFrom('auth.identity')
    .select('subject')
    .where('user_id', '=', user)
    .executeTakeFirst()
  return row !== undefined
}

type Opening = { user: string; secondFactor: boolean; replaces: { token: string; startedAt: Date } | null }

/** Opens a session and sets its cookie on the answer. Gives the headers with which its owner comes back. */
export async function openSessionFor(
  of: Pick<OwnSessions, 'signIn'>,
  c: HonoContext,
  opening: Opening,
): Promise<Headers> {
  const { headers } = await of.signIn.api.openSession({
    body: opening,
    headers: c.req.raw.headers,
    returnHeaders: true,
  })
  for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
  return new Headers({ cookie: cookieFrom(headers) })
}

/** After a proof: the same session under a new secret, unlocked. The old secret opens nothing any more. */
export async function renewSession(
  of: OwnSessions,
  { who, c }: Asking,
  secondFactor: boolean,
): Promise<SignedIn> {
  const { token, startedAt } = who.session
  const opening = { user: who.user.id, secondFactor, replaces: { token, startedAt } }
  const renewed = await of.door(await openSessionFor(of, c, opening))
  if (renewed === null) throw new Error('A session that was just opened is not there')
  return renewed
}
