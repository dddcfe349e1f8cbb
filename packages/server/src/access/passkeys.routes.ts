import { passkeyEndpoints } from '@weerklank/core/access/passkeys.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { millis } from '@weerklank/core/shared/time'
import type { Context as HonoContext } from 'hono'
import { addressOf } from '../http/address.ts'
import { newLimiter } from '../http/limit.ts'
import { serve } from '../http/server.ts'
import { type OwnSessions, openSessionFor, serveOwn, whileSettingUp } from './own-session.ts'
import {
  holderOfPasskey,
  passkeysOf,
  registerPasskey,
  registrationOptions,
  removePasskey,
  renamePasskey,
  signInOptions,
  userOfPasskey,
} from './passkey.ts'
import { noteSecondFactor } from './second-factor.routes.ts'
import { noteFailedSignIn, recordAccountDeed, recordSignInChange } from './sign-in.record.ts'

const { passkeys, register, rename, remove } = passkeyEndpoints

/** Per address: many colleagues may sign in from behind one. */
const signInLimit = { max: 60, windowMs: 60_000 }

/** Signing in with a passkey, and the passkeys of the one who asks. */
export function servePasskeys(of: OwnSessions): void {
  serveSignInByPasskey(of)
  serveOwn(of, passkeys, { during: whileSettingUp, handle: ({ who }) => passkeysOf(of.db, who.user.id) })
  serveOwn(of, passkeyEndpoints.registrationOptions, {
    ...{ during: whileSettingUp, proved: true },
    handle: ({ who }) => registrationOptions(of, who.user),
  })
  serveOwn(of, register, {
    ...{ during: whileSettingUp, proved: true },
    handle: async ({ who }, { body }) => {
      await registerPasskey(of, who.user.id, body)
      await noteSecondFactor(of, who)
      const deed = { action: 'account.second-factor-added', change: 'passkey-added' } as const
      await recordSignInChange(of, who.user.id, deed)
      return passkeysOf(of.db, who.user.id)
    },
  })
  // A name changes nothing about how she signs in: no proof is asked for it.
  serveOwn(of, rename, {
    during: whileSettingUp,
    handle: async ({ who }, { params, body }) => {
      await renamePasskey(of.db, who.user.id, { ...params, ...body })
      await recordAccountDeed(of, who.user.id, 'account.passkey-renamed')
      return passkeysOf(of.db, who.user.id)
    },
  })
  serveOwn(of, remove, {
    ...{ during: ['open'], proved: true },
    handle: async ({ who }, { params }) => {
      await removePasskey(of.db, who.user.id, params.passkey)
      const deed = { action: 'account.second-factor-removed', change: 'passkey-removed' } as const
      await recordSignInChange(of, who.user.id, deed)
      return passkeysOf(of.db, who.user.id)
    },
  })
}

function serveSignInByPasskey(of: OwnSessions): void {
  const count = newLimiter(signInLimit, () => millis(of.now()))
  const guard = async (c: HonoContext) => {
    count(addressOf(c))
    return c
  }
  serve(of.api, passkeyEndpoints.signInOptions, { guard, handle: () => signInOptions(of) })
  serve(of.api, passkeyEndpoints.signIn, {
    guard,
    handle: async (c, { body }) => {
      const user = await userOfPasskey(of, body).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'proof-wrong')
          noteFailedSignIn(of, { way: 'passkey', user: () => holderOfPasskey(of.db, body.response) })
        throw error
      })
      const before = await of.door(c.req.raw.headers)
      const replaces = before && { token: before.session.token, startedAt: new Date(of.now()) }
      await openSessionFor(of, c, { user, secondFactor: true, replaces })
      await recordAccountDeed(of, user, 'account.signed-in')
      return { signedIn: true as const }
    },
  })
}
