import { randomBytes } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  AuthenticatorTransportFuture,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { PasskeyOptions, Passkeys } from '@weerklank/core/access/passkeys.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { addMilliseconds, type Instant } from '@weerklank/core/shared/time'
import type { Db } from '../schema.ts'
import { hashOf } from './seal.ts'
import { dropUnusedRecoveryCodes } from './second-factor.ts'
import type { CeremonyTable } from './sign-in.table.ts'

type Deps = { db: Db; now: () => Instant; publicUrl: string }

/** Loaded with the first passkey: it is much, and where nobody has one it is never needed. */
const webAuthn = () => import('@simplewebauthn/server')

/** How long someone may take to find her key or her finger. */
const ceremonyMs = 5 * 60_000
const mostPasskeys = 20

/** The domain to which passkeys belong: that of the address people use, without its port. */
const domainOf = (publicUrl: string) => new URL(publicUrl).hostname

/** What the browser needs to ask for a passkey. The same for everyone: nobody is named, the key says whose it is. */
export async function signInOptions(of: Deps): Promise<PasskeyOptions> {
  const { generateAuthenticationOptions } = await webAuthn()
  const options = await generateAuthenticationOptions({
    rpID: domainOf(of.publicUrl),
    userVerification: 'required',
    timeout: ceremonyMs,
  })
  const ceremony = await begin(of, { kind: 'sign-in', user: null, challenge: options.challenge })
  return { ceremony, options: { ...options } }
}

/** Whose passkey answered: proves possession and, by finger or PIN, the person. A wrong answer throws `proof-wrong`. */
export async function userOfPasskey(
  of: Deps,
  answer: { ceremony: string; response: unknown },
): Promise<string> {
  const challenge = await finish(of, { ceremony: answer.ceremony, kind: 'sign-in', user: null })
  const response = answer.response as AuthenticationResponseJSON
  const key = await of.db
    .selectFrom('auth.passkey')
    .selectAll()
    .where('id', '=', String(response.id))
    .executeTakeFirst()
  if (key === undefined) throw new AppError('proof-wrong')
  const { verifyAuthenticationResponse } = await webAuthn()
  const verified = await orWrong(() =>
    verifyAuthenticationResponse({
      ...expected(of, challenge),
      response,
      credential: {
        id: key.id,
        publicKey: new Uint8Array(key.public_key),
        // A counter that went back (a copied key) is refused by the library.
        counter: Number(key.counter),
        transports: key.transports as AuthenticatorTransportFuture[],
      },
    }),
  )
  if (!verified.verified) throw new AppError('proof-wrong')
  const { newCounter, credentialBackedUp } = verified.authenticationInfo
  await of.db
    .updateTable('auth.passkey')
    .set({ counter: newCounter, synced: credentialBackedUp, last_used_at: of.now() })
    .where('id', '=', key.id)
    .execute()
  return key.user_id
}

/** Who has the passkey that an answer names, whether or not the answer is right; null where nobody does. */
export async function holderOfPasskey(db: Db, response: unknown): Promise<string | null> {
  const { id } = response as AuthenticationResponseJSON
  const key = await db
    .selectFrom('auth.passkey')
    .select('user_id')
    .where('id', '=', String(id))
    .executeTakeFirst()
  return key?.user_id ?? null
}

type Owner = { id: string; name: string; email: string }

/** What the browser needs to make a passkey for someone; keys that she has already are not made twice. */
export async function registrationOptions(of: Deps, user: Owner): Promise<PasskeyOptions> {
  const known = await of.db
    .selectFrom('auth.passkey')
    .select(['id', 'transports'])
    .where('user_id', '=', user.id)
    .execute()
  if (known.length >= mostPasskeys) throw new AppError('conflict')
  const { generateRegistrationOptions } = await webAuthn()
  const options = await generateRegistrationOptions({
    rpName: 'Weerklank',
    rpID: domainOf(of.publicUrl),
    userID: new Uint8Array(Buffer.from(user.id)),
    userName: user.email,
    userDisplayName: user.name,
    timeout: ceremonyMs,
    // Which make of key someone has is nobody's business.
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(({ id, transports }) => ({
      id,
      transports: transports as AuthenticatorTransportFuture[],
    })),
  })
  const ceremony = await begin(of, { kind: 'register', user: user.id, challenge: options.challenge })
  return { ceremony, options: { ...options } }
}

/** Keeps a passkey that the browser made. One that is there already is refused as `conflict`. */
export async function registerPasskey(
  of: Deps,
  user: string,
  answer: { ceremony: string; name: string; response: unknown },
): Promise<void> {
  const challenge = await finish(of, { ceremony: answer.ceremony, kind: 'register', user })
  const response = answer.response as RegistrationResponseJSON
  const { verifyRegistrationResponse } = await webAuthn()
  const verified = await orWrong(() => verifyRegistrationResponse({ ...expected(of, challenge), response }))
  if (!verified.verified) throw new AppError('proof-wrong')
  const { credential, credentialBackedUp } = verified.registrationInfo
  const row = {
    ...{ id: credential.id, user_id: user, name: answer.name, counter: credential.counter },
    public_key: Buffer.from(credential.publicKey),
    transports: (credential.transports ?? []).map(String),
    ...{ synced: credentialBackedUp, created_at: of.now(), last_used_at: null },
  }
  const kept = await of.db
    .insertInto('auth.passkey')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (kept.numInsertedOrUpdatedRows !== 1n) throw new AppError('conflict')
}

export async function passkeysOf(db: Db, user: string): Promise<Passkeys> {
  const rows = await db
    .selectFrom('auth.passkey')
    .select(['id', 'name', 'created_at as createdAt', 'last_used_at as lastUsedAt', 'synced'])
    .where('user_id', '=', user)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return { passkeys: rows }
}

/** Calls a passkey of someone something else; another's, or one that is gone, is `not-found`. */
export async function renamePasskey(
  db: Db,
  user: string,
  { passkey, name }: { passkey: string; name: string },
): Promise<void> {
  const renamed = await db
    .updateTable('auth.passkey')
    .set({ name })
    .where('id', '=', passkey)
    .where('user_id', '=', user)
    .executeTakeFirst()
  if (renamed.numUpdatedRows !== 1n) throw new AppError('not-found')
}

/** Removes a passkey of someone; another's, or one that is gone, is `not-found`. */
export async function removePasskey(db: Db, user: string, passkey: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom('auth.passkey')
      .where('id', '=', passkey)
      .where('user_id', '=', user)
      .executeTakeFirst()
    if (gone.numDeletedRows !== 1n) throw new AppError('not-found')
    await dropUnusedRecoveryCodes(trx, user)
  })
}

function expected({ publicUrl }: Deps, challenge: string) {
  return {
    expectedChallenge: challenge,
    expectedOrigin: new URL(publicUrl).origin,
    expectedRPID: domainOf(publicUrl),
    requireUserVerification: true,
  }
}

/** The library says by throwing what is wrong with an answer; who made it hears only that it is wrong. */
async function orWrong<Result>(verify: () => Promise<Result>): Promise<Result> {
  try {
    return await verify()
  } catch (cause) {
    throw new AppError('proof-wrong', { cause })
  }
}

type Ceremony = { kind: CeremonyTable['kind']; user: string | null }

async function begin(of: Deps, ceremony: Ceremony & { challenge: string }): Promise<string> {
  const id = randomBytes(32).toString('base64url')
  await of.db.deleteFrom('auth.ceremony').where('expires_at', '<', of.now()).execute()
  await of.db
    .insertInto('auth.ceremony')
    .values({
      ...{ id_hash: hashOf(id), kind: ceremony.kind, user_id: ceremony.user, challenge: ceremony.challenge },
      expires_at: addMilliseconds(of.now(), ceremonyMs),
    })
    .execute()
  return id
}

/** The challenge of a ceremony, once: who comes with it again, too late, or as someone else gets `proof-wrong`. */
async function finish(of: Deps, ceremony: Ceremony & { ceremony: string }): Promise<string> {
  const row = await of.db
    .deleteFrom('auth.ceremony')
    .where('id_hash', '=', hashOf(ceremony.ceremony))
    .returningAll()
    .executeTakeFirst()
  const fits = row?.kind === ceremony.kind && row.user_id === ceremony.user && row.expires_at >= of.now()
  if (row === undefined || !fits) throw new AppError('proof-wrong')
  return row.challenge
}
