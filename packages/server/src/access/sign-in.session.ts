import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import { demoDomain } from './demo-people.ts'

/** What we keep of a session beside what the auth library keeps: see session-step.ts of core. */
const moment = { type: 'date', required: false, input: false } as const
export const sessionFields = {
  secondFactorAt: moment,
  provedAt: moment,
  lastSeenAt: moment,
  lockedAt: moment,
  handedOverAt: moment,
}

/** The name and the marks of our cookies. With https no other host and no other path can set or read them. */
export function cookieSettings(publicUrl: string) {
  const isSecure = publicUrl.startsWith('https:')
  return {
    cookiePrefix: isSecure ? '__Host-weerklank' : 'weerklank',
    // Else the library would put `__Secure-` before it.
    useSecureCookies: false,
    defaultCookieAttributes: { secure: isSecure, path: '/', httpOnly: true, sameSite: 'lax' as const },
  }
}

/** What the cookie of a session is called: the auth library puts its own word after our prefix. */
export function sessionCookie(publicUrl: string): string {
  return `${cookieSettings(publicUrl).cookiePrefix}.session_token`
}

const opening = z.object({
  user: z.string(),
  /** Whether a second factor was proved. */
  secondFactor: z.boolean(),
  /** The session that this one comes in the place of. */
  replaces: z.object({ token: z.string(), startedAt: z.date() }).nullable(),
})

/** Opens sessions for our own ways to sign in. Without a path: no request from outside gets here. */
export function sessionOpening(now: () => string) {
  return {
    id: 'weerklank-session',
    endpoints: {
      openSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: opening, requireHeaders: true },
        async (ctx) => {
          const { user: id, secondFactor, replaces } = ctx.body
          const { internalAdapter } = ctx.context
          const user = await internalAdapter.findUserById(id)
          if (user === null) throw new Error('A session for a user who is not there')
          const session = await internalAdapter.createSession(
            id,
            false,
            {
              ...(secondFactor && { secondFactorAt: new Date(now()) }),
              ...(replaces && { createdAt: replaces.startedAt }),
            },
            true,
          )
          if (replaces !== null) await internalAdapter.deleteSession(replaces.token)
          await setSessionCookie(ctx, { session, user })
          return { done: true }
        },
      ),
    },
  } satisfies BetterAuthPlugin
}

/** One-click sign-in as a person of the demo, for whoever has the key that the start printed. Needs no second step. */
export function demoSignIn(key: string, now: () => string) {
  return {
    id: 'demo',
    endpoints: {
      demoSignIn: createAuthEndpoint(
        '/demo/:user',
        { method: 'GET', params: z.object({ user: z.string() }), query: z.object({ key: z.string() }) },
        async (ctx) => {
          const known = ctx.query.key === key
          const user = known ? await ctx.context.internalAdapter.findUserById(ctx.params.user) : null
          // The key opens nobody's account but those of invented people.
          if (user === null || !user.email.endsWith(demoDomain)) throw ctx.redirect('/inloggen')
          const proved = { secondFactorAt: new Date(now()) }
          const session = await ctx.context.internalAdapter.createSession(user.id, false, proved)
          if (session !== null) await setSessionCookie(ctx, { session, user })
          throw ctx.redirect('/')
        },
      ),
    },
  } satisfies BetterAuthPlugin
}
