import { deviceOf } from '@weerklank/core/access/device'
import { type Sessions, sessionEndpoints } from '@weerklank/core/access/sessions.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { type Instant, millis } from '@weerklank/core/shared/time'
import {
  type Asking,
  type OwnSessions,
  presentState,
  renewSession,
  serveOwn,
  whileSettingUp,
} from './own-session.ts'
import { userOfPasskey } from './passkey.ts'
import { hashPassword } from './password.ts'
import { isPasswordOf, passwordHashOf, proveWithin } from './proof.ts'
import { takeRecoveryCode, takeTotpCode } from './second-factor.ts'
import { provedOrNoted, recordAccountDeed, recordSignInChange } from './sign-in.record.ts'

const { session, proveByCode, proveByPassword, proveByPasskey, lock, handOver } = sessionEndpoints
const { sessions, endSession, endOtherSessions, changePassword } = sessionEndpoints

/** One's own session and the others of oneself: what comes first, showing who one is, ending them. */
export function serveSessions(of: OwnSessions): void {
  serveOwn(of, session, { during: 'any', handle: ({ who }) => presentState(of, who) })
  serveProofs(of)
  serveOwn(of, lock, { during: 'any', handle: (asking) => lockSession(of, asking, {}) })
  serveOwn(of, handOver, {
    during: ['open'],
    handle: (asking) => lockSession(of, asking, { handedOverAt: of.now() }),
  })
  serveOwn(of, sessions, { during: whileSettingUp, handle: ({ who }) => presentSessions(of, who) })
  serveOwn(of, endSession, {
    during: ['open'],
    handle: async ({ who }, { params }) => {
      // This one ends by signing out, which also takes its cookie away.
      if (params.session === who.session.id) throw new AppError('invalid-input')
      const ended = await endSessions(of, who).where('id', '=', params.session).executeTakeFirst()
      if (ended.numDeletedRows !== 1n) throw new AppError('not-found')
      await recordAccountDeed(of, who.user.id, 'account.sessions-ended')
      return presentSessions(of, who)
    },
  })
  serveOwn(of, endOtherSessions, {
    during: ['open'],
    handle: async ({ who }) => {
      await endSessions(of, who).execute()
      await recordAccountDeed(of, who.user.id, 'account.sessions-ended')
      return presentSessions(of, who)
    },
  })
  serveOwn(of, changePassword, {
    during: ['open'],
    proved: true,
    handle: (asking, { body }) => setPassword(of, asking, body),
  })
}

function serveProofs(of: OwnSessions): void {
  serveOwn(of, proveByCode, {
    during: 'any',
    handle: async (asking, { body: { code } }) => {
      const user = asking.who.user.id
      await prove(of, { way: 'second-step', user }, async () =>
        /^\s*\d{3}\s*\d{3}\s*$/.test(code)
          ? takeTotpCode(of, { user, code, state: 'confirmed' })
          : takeRecoveryCode(of.db, user, code),
      )
      return presentState(of, await renewSession(of, asking, true))
    },
  })
  serveOwn(of, proveByPassword, {
    during: 'any',
    handle: async (asking, { body: { password } }) => {
      const { who } = asking
      // A password is what she knows; the second step asks for what she has.
      if (who.step === 'prove-second-factor') throw new AppError('second-factor-needed')
      const { id: user } = who.user
      await prove(of, { way: 'password', user }, () => isPasswordOf(of.db, user, password))
      return presentState(of, await renewSession(of, asking, who.secondFactorAt !== null))
    },
  })
  serveOwn(of, proveByPasskey, {
    during: 'any',
    handle: async (asking, { body }) => {
      const user = asking.who.user.id
      await provedOrNoted(of, { way: 'passkey', user }, async () => {
        if ((await userOfPasskey(of, body)) !== user) throw new AppError('proof-wrong')
      })
      return presentState(of, await renewSession(of, asking, true))
    },
  })
}

/** Tries a proof within the bounds for tries; one that fails is noted. */
function prove(
  of: OwnSessions,
  as: { way: 'password' | 'second-step'; user: string },
  isRight: () => Promise<boolean>,
): Promise<void> {
  return provedOrNoted(of, as, () => proveWithin(of, as.user, isRight))
}

async function lockSession(of: OwnSessions, { who, c }: Asking, more: { handedOverAt?: Instant }) {
  const { id } = who.session
  await of.db
    .updateTable('auth.session')
    .set({ lockedAt: of.now(), ...more })
    .where('id', '=', id)
    .execute()
  return presentState(of, (await of.door(c.req.raw.headers)) ?? who)
}

/** Every session of someone but the one she works in. */
function endSessions(of: OwnSessions, who: Asking['who']) {
  return of.db.deleteFrom('auth.session').where('userId', '=', who.user.id).where('id', '<>', who.session.id)
}

async function presentSessions(of: OwnSessions, who: Asking['who']): Promise<Sessions> {
  const rows = await of.db
    .selectFrom('auth.session')
    .select(['id', 'userAgent', 'createdAt', 'lastSeenAt'])
    .where('userId', '=', who.user.id)
    // The auth library decides by the machine's own clock when a session is over.
    .where('expiresAt', '>', new Date().toISOString())
    .execute()
  const presented = rows.map((row) => ({
    id: row.id,
    device: deviceOf(row.userAgent ?? ''),
    startedAt: row.createdAt,
    lastUsedAt: row.lastSeenAt ?? row.createdAt,
    current: row.id === who.session.id,
  }))
  return { sessions: presented.toSorted((a, b) => millis(b.lastUsedAt) - millis(a.lastUsedAt)) }
}

async function setPassword(
  of: OwnSessions,
  { who }: Asking,
  { current, next }: { current: string | null; next: string },
): Promise<{ done: true }> {
  const { id, email, name } = who.user
  const isFirst = (await passwordHashOf(of.db, id)) === null
  // Who signed in by a mail, a passkey or her organisation has nothing to type, and showed just now who she is.
  if (!isFirst || current !== null)
    await prove(of, { way: 'password', user: id }, () => isPasswordOf(of.db, id, current ?? ''))
  const fault = await of.checkPassword(next, { email, name, organisations: [] })
  if (fault !== null) throw new AppError('invalid-input', { fields: { next: fault } })
  const { internalAdapter } = await of.signIn.$context
  const password = await hashPassword(next)
  if (isFirst)
    await internalAdapter.linkAccount({ userId: id, providerId: 'credential', accountId: id, password })
  else await internalAdapter.updatePassword(id, password)
  // Whoever was in with the old one is out.
  await endSessions(of, who).execute()
  await recordSignInChange(of, id, { action: 'account.password-set', change: 'password-set' })
  return { done: true }
}
