import { type SecondFactor, secondFactorEndpoints } from '@weerklank/core/access/second-factor.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { type OwnSessions, serveOwn, whileSettingUp } from './own-session.ts'
import { proveWithin } from './proof.ts'
import {
  beginTotp,
  confirmTotp,
  heldBy,
  removeTotp,
  renewRecoveryCodes,
  takeTotpCode,
} from './second-factor.ts'
import type { SignedIn } from './session-door.ts'
import { recordSignInChange } from './sign-in.record.ts'

const { secondFactor, ...changes } = secondFactorEndpoints

/** The authenticator app and the recovery codes of the one who asks. */
export function serveSecondFactor(of: OwnSessions): void {
  serveOwn(of, secondFactor, { during: whileSettingUp, handle: ({ who }) => present(of, who) })
  serveOwn(of, changes.beginTotp, {
    ...{ during: whileSettingUp, proved: true },
    handle: ({ who }) => beginTotp(of, who.user),
  })
  serveOwn(of, changes.confirmTotp, {
    ...{ during: whileSettingUp, proved: true },
    handle: async ({ who }, { body: { code } }) => {
      const user = who.user.id
      await proveWithin(of, user, () => takeTotpCode(of, { user, code, state: 'pending' }))
      const recoveryCodes = await confirmTotp(of, user)
      await noteSecondFactor(of, who)
      await recordSignInChange(of, user, { action: 'account.second-factor-added', change: 'app-added' })
      return { recoveryCodes }
    },
  })
  serveOwn(of, changes.renewRecoveryCodes, {
    ...{ during: ['open'], proved: true },
    handle: async ({ who }) => {
      // Without a second factor there is nothing that a recovery code could stand in for.
      if (!who.has.totp && !who.has.passkey) throw new AppError('conflict')
      const renewed = of.db.transaction().execute((trx) => renewRecoveryCodes(trx, who.user.id))
      const recoveryCodes = await renewed
      const change = 'recovery-codes-renewed'
      await recordSignInChange(of, who.user.id, { action: `account.${change}`, change })
      return { recoveryCodes }
    },
  })
  serveOwn(of, changes.removeTotp, {
    ...{ during: ['open'], proved: true },
    handle: async ({ who }) => {
      await removeTotp(of, who.user.id)
      const deed = { action: 'account.second-factor-removed', change: 'app-removed' } as const
      await recordSignInChange(of, who.user.id, deed)
      return present(of, who)
    },
  })
}

/** Whoever just showed a new second factor has shown it: this session is not asked for it again; all others are. */
export async function noteSecondFactor(of: OwnSessions, who: SignedIn): Promise<void> {
  await of.db
    .updateTable('auth.session')
    .set({ secondFactorAt: of.now() })
    .where('id', '=', who.session.id)
    .execute()
}

async function present(of: OwnSessions, who: SignedIn): Promise<SecondFactor> {
  return { ...(await heldBy(of.db, who.user.id)), demanded: who.demand.secondFactor }
}
