import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { magicLink } from 'better-auth/plugins'
import type pg from 'pg'
import { z } from 'zod'
import type { Mailer } from '../mail/mail.ts'
import { demoDomain } from './demo-people.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { signInMail } from './sign-in.mail.ts'

export type SignInConfig = {
  /** Connections that look in the schema of the sign-in data. */
  pool: pg.Pool
  publicUrl: string
  /** Other addresses under which the same server is reached, e.g. `http://127.0.0.1:3000` beside localhost. */
  alsoAt: readonly string[]
  secret: string
  mailer: Mailer
  /** Lets its holder become any person of the demo: new at each start, kept in memory only. */
  demoKey: string
}

/** The header in which the server itself says from which address a request came; a sender's own is thrown away. */
export const addressHeader = 'x-weerklank-address'

const passwordLength = { minPasswordLength: 12, maxPasswordLength: 200 }

/** Sign-in by password and by a link in the mail. Accounts are made by an administrator, never by signing up. */
export function buildSignIn(config: SignInConfig) {
  return betterAuth({
    appName: 'Weerklank',
    database: config.pool,
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: config.secret,
    trustedOrigins: [config.publicUrl, ...config.alsoAt],
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      ...passwordLength,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: 60 * 60 * 24 * 7, updateAge: 60 * 60 * 24 },
    rateLimit: {
      enabled: true,
      storage: 'memory',
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/sign-in/magic-link': { window: 60, max: 5 },
      },
    },
    advanced: {
      ipAddress: { ipAddressHeaders: [addressHeader] },
      cookiePrefix: 'weerklank',
      // Said out loud: left to itself the library leaves these checks out where NODE_ENV is `test`.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    databaseHooks: {
      // From where someone works is nobody's business; the limits above do without it.
      session: { create: { before: async (session) => ({ data: { ...session, ipAddress: '' } }) } },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: 15 * 60,
        // The answer is the same whether or not the address is known, and does not wait for the mail.
        sendMagicLink: async ({ email, url }, ctx) => {
          const user = await ctx?.context.internalAdapter.findUserByEmail(email)
          if (user)
            void config.mailer.send(
              signInMail({ to: email, name: user.user.name, url, publicUrl: config.publicUrl }),
            )
        },
      }),
      demoSignIn(config.demoKey),
    ],
  })
}

export type SignIn = ReturnType<typeof buildSignIn>

/** One-click sign-in as a person of the demo, for whoever has the key that the start printed. */
function demoSignIn(key: string) {
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
          const session = await ctx.context.internalAdapter.createSession(user.id)
          if (session !== null) await setSessionCookie(ctx, { session, user })
          throw ctx.redirect('/')
        },
      ),
    },
  }
}
