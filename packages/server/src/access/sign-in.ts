import { passwordLength } from '@weerklank/core/access/password-strength'
import type { Instant } from '@weerklank/core/shared/time'
import { betterAuth } from 'better-auth'
import { magicLink } from 'better-auth/plugins'
import type pg from 'pg'
import type { Mailer } from '../mail/mail.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { signInMail } from './sign-in.mail.ts'
import { cookieSettings, demoSignIn, sessionFields, sessionOpening } from './sign-in.session.ts'

export type SignInConfig = {
  /** Connections that look in the schema of the sign-in data. */
  pool: pg.Pool
  publicUrl: string
  /** Other addresses under which the same server is reached, e.g. `http://127.0.0.1:3000` beside localhost. */
  alsoAt: readonly string[]
  secret: string
  mailer: Mailer
  now: () => Instant
  /** Lets its holder become any person of the demo: new at each start, kept in memory only. */
  demoKey: string
}

/** The header in which the server itself says from which address a request came; a sender's own is thrown away. */
export const addressHeader = 'x-weerklank-address'

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
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: 60 * 60 * 24 * 7, updateAge: 60 * 60 * 24, additionalFields: sessionFields },
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
      ...cookieSettings(config.publicUrl),
      // Said out loud: left to itself the library leaves these checks out where NODE_ENV is `test`.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    databaseHooks: {
      // From where someone works is nobody's business; the limits above do without it.
      session: {
        create: {
          before: async (session) => {
            const now = new Date(config.now())
            return { data: { ...session, ipAddress: '', provedAt: now, lastSeenAt: now } }
          },
        },
      },
    },
    plugins: [mailLink(config), sessionOpening(config.now), demoSignIn(config.demoKey, config.now)],
  })
}

/** A link in the mail that opens a session, once. The answer is the same whether or not the address is known. */
function mailLink({ mailer, publicUrl }: SignInConfig) {
  return magicLink({
    disableSignUp: true,
    storeToken: 'hashed',
    expiresIn: 15 * 60,
    // Does not wait for the mail: how long it takes would tell that there is one.
    sendMagicLink: async ({ email, url, metadata }, ctx) => {
      // The server itself lets a first link be shown; what comes over HTTP can hold no function.
      if (typeof metadata?.show === 'function') return void metadata.show(url)
      const user = await ctx?.context.internalAdapter.findUserByEmail(email)
      if (user) void mailer.send(signInMail({ to: email, name: user.user.name, url, publicUrl }))
    },
  })
}

export type SignIn = ReturnType<typeof buildSignIn>
