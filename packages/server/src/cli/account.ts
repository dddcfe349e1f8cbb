import { randomBytes } from 'node:crypto'
import { type KnownAbout, type PasswordFault, passwordLength } from '@weerklank/core/access/password-strength'
import { z } from 'zod'
import { passwordCheck } from '../access/password-choice.ts'
import { buildSignIn, type SignIn } from '../access/sign-in.ts'
import { openPool } from '../db/pool.ts'
import { realWorld } from '../deps.ts'
import { warn } from '../engine.ts'
import type { Mailer } from '../mail/mail.ts'
import type { Db } from '../schema.ts'
import { type Invocation, UsageError } from './command.ts'
import { option } from './input.ts'
import { CommandError, type OnDatabase } from './on-database.ts'

export type Account = { id: string; name: string; email: string }

/** The address that was given, as accounts keep it. */
export function emailOf(invocation: Invocation): string {
  const email = option(invocation, 'email')?.trim().toLowerCase() ?? ''
  if (!z.email().safeParse(email).success) throw new UsageError(`"${email}" is not an e-mail address.`)
  return email
}

export function findAccount(owner: Db, email: string): Promise<Account | undefined> {
  return owner
    .selectFrom('auth.user')
    .select(['id', 'name', 'email'])
    .where('email', '=', email)
    .executeTakeFirst()
}

export async function accountOf(owner: Db, email: string): Promise<Account> {
  const account = await findAccount(owner, email)
  if (account === undefined) throw new CommandError(`There is no user with the address ${email}.`)
  return account
}

/** The address under which people reach the server. */
export function publicUrlOf({ config }: OnDatabase): string {
  return config.publicUrl ?? `http://localhost:${config.port}`
}

const nobody: Mailer = { isConfigured: false, send: async () => undefined }

/** The auth library on the database, as the server uses it, for as long as the work takes. */
export async function withSignIn<T>(
  on: OnDatabase,
  work: (signIn: SignIn) => Promise<T>,
  mailer: Mailer = nobody,
): Promise<T> {
  const pool = openPool(on.engine.app, {
    as: 'application',
    size: 2,
    searchPath: 'auth',
    onError: (error) => warn(on.log, error),
  })
  // Nothing is signed and nobody of the demo comes in here: keys that are forgotten at once.
  const key = () => randomBytes(32).toString('base64url')
  const keys = { secret: key(), demoKey: key(), now: realWorld.now }
  try {
    return await work(buildSignIn({ pool, publicUrl: publicUrlOf(on), alsoAt: [], mailer, ...keys }))
  } finally {
    await pool.end()
  }
}

const faults: Readonly<Record<PasswordFault, string>> = {
  'too-short': `it must have at least ${passwordLength.least} characters`,
  'too-long': `it must have at most ${passwordLength.most} characters`,
  'too-common': 'it is a word, a row of keys or a pattern that many people use',
  'about-you': 'it consists of the name or the address of its user, or of her organisation',
  leaked: 'it stands in the list of leaked passwords (WEERKLANK_BREACHED_PASSWORDS)',
}

/** Refuses what its user could not choose herself. */
export async function assertPassword(on: OnDatabase, password: string, about: KnownAbout): Promise<void> {
  const fault = await passwordCheck(on.config.breachedPasswords)(password, about)
  if (fault !== null) throw new CommandError(`This password cannot be used: ${faults[fault]}.`)
}
