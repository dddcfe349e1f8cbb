import { randomBytes, randomInt } from 'node:crypto'
import { AppError } from '@weerklank/core/shared/errors'
import { type Instant, millis } from '@weerklank/core/shared/time'
import type { Db, Trx } from '../schema.ts'
import { hashOf, type Seal } from './seal.ts'
import { base32, stepOfCode, totpKeyBytes, totpUri } from './totp.ts'

type Deps = { db: Db; seal: Seal; now: () => Instant }

/** A new key for an authenticator app, in the place of one that was never confirmed. Who uses an app removes that first. */
export async function beginTotp(
  { db, seal }: Deps,
  user: { id: string; email: string },
): Promise<{ uri: string; secret: string }> {
  const key = randomBytes(totpKeyBytes)
  const secret = seal.seal(key.toString('base64url'))
  const kept = await db
    .insertInto('auth.totp')
    .values({ user_id: user.id, secret, confirmed_at: null, last_step: 0 })
    .onConflict((conflict) =>
      conflict
        .column('user_id')
        .doUpdateSet({ secret, last_step: 0 })
        .where('auth.totp.confirmed_at', 'is', null),
    )
    .returning('user_id')
    .executeTakeFirst()
  if (kept === undefined) throw new AppError('conflict')
  return { uri: totpUri(key, user.email), secret: (base32(key).match(/.{1,4}/g) ?? []).join(' ') }
}

/** Whether a code is one of the app that `state` names; it counts once, whatever process it comes to. */
export async function takeTotpCode(
  { db, seal, now }: Deps,
  of: { user: string; code: string; state: 'confirmed' | 'pending' },
): Promise<boolean> {
  const row = await db
    .selectFrom('auth.totp')
    .select(['secret'])
    .where('user_id', '=', of.user)
    .where('confirmed_at', of.state === 'confirmed' ? 'is not' : 'is', null)
    .executeTakeFirst()
  // A key that was sealed with another secret of the server opens for nobody: recovery codes do.
  const key = row === undefined ? null : seal.open(row.secret)
  if (key === null) return false
  const step = stepOfCode(Buffer.from(key, 'base64url'), of.code.replace(/\s/g, ''), millis(now()))
  if (step === null) return false
  const taken = await db
    .updateTable('auth.totp')
    .set({ last_step: step })
    .where('user_id', '=', of.user)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

/** From now on the app is asked for at every sign-in. Gives the first recovery codes. */
export async function confirmTotp({ db, now }: Deps, user: string): Promise<string[]> {
  return db.transaction().execute(async (trx) => {
    await trx.updateTable('auth.totp').set({ confirmed_at: now() }).where('user_id', '=', user).execute()
    return renewRecoveryCodes(trx, user)
  })
}

/** The app is asked for no longer. Recovery codes go with the last second factor: alone they would ask for nothing. */
export async function removeTotp({ db }: Pick<Deps, 'db'>, user: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('auth.totp').where('user_id', '=', user).execute()
    await dropUnusedRecoveryCodes(trx, user)
  })
}

export async function dropUnusedRecoveryCodes(trx: Trx, user: string): Promise<void> {
  await trx
    .deleteFrom('auth.recovery_code')
    .where('user_id', '=', user)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('auth.passkey').select('id').where('auth.passkey.user_id', '=', user))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('auth.totp').select('secret').where('auth.totp.user_id', '=', user))),
    )
    .execute()
}

/** Takes away all that someone had as a second factor, and ends her sessions. */
export async function removeSecondFactors(trx: Trx, user: string): Promise<void> {
  for (const table of ['auth.totp', 'auth.recovery_code', 'auth.passkey', 'auth.proof_attempt'] as const) {
    await trx.deleteFrom(table).where('user_id', '=', user).execute()
  }
  await trx.deleteFrom('auth.session').where('userId', '=', user).execute()
}

const codeCount = 10
// Without letters and digits that look alike on paper. 16 of 31 signs: 79 bits, so a plain hash keeps them.
const codeSigns = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten new recovery codes in the place of the old ones; only their hashes are kept. */
export async function renewRecoveryCodes(trx: Trx, user: string): Promise<string[]> {
  const codes = Array.from({ length: codeCount }, newRecoveryCode)
  await trx.deleteFrom('auth.recovery_code').where('user_id', '=', user).execute()
  const rows = codes.map((code) => ({ user_id: user, code_hash: hashOf(plain(code)) }))
  await trx.insertInto('auth.recovery_code').values(rows).execute()
  return codes
}

function newRecoveryCode(): string {
  const group = () => Array.from({ length: 4 }, () => codeSigns[randomInt(codeSigns.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

const plain = (code: string) => code.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Whether this is a recovery code of hers; it is one no more afterwards. */
export async function takeRecoveryCode(db: Db, user: string, code: string): Promise<boolean> {
  const taken = await db
    .deleteFrom('auth.recovery_code')
    .where('user_id', '=', user)
    .where('code_hash', '=', hashOf(plain(code)))
    .executeTakeFirst()
  return taken.numDeletedRows === 1n
}

export type Held = { totp: boolean; since: Instant | null; recoveryCodesLeft: number; passkeys: number }

/** What someone has as a second factor. */
export async function heldBy(db: Db, user: string): Promise<Held> {
  const count = async (table: 'auth.recovery_code' | 'auth.passkey') => {
    const rows = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('user_id', '=', user)
      .executeTakeFirst()
    return Number(rows?.count ?? 0)
  }
  const app = await db
    .selectFrom('auth.totp')
    .select('confirmed_at')
    .where('user_id', '=', user)
    .executeTakeFirst()
  const since = app?.confirmed_at ?? null
  return {
    ...{ totp: since !== null, since, recoveryCodesLeft: await count('auth.recovery_code') },
    passkeys: await count('auth.passkey'),
  }
}
