import { AppError } from '@weerklank/core/shared/errors'
import { addMilliseconds, type Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { hashPassword, verifyPassword } from './password.ts'

const attempts = { max: 10, windowMs: 15 * 60_000 }

/**
 * Tries a proof of who someone is (code, password), at most ten times in a quarter of an hour, whatever process it comes
 * to. It is counted before it is looked at, so that many at once are no way round. A wrong one throws `proof-wrong`.
 */
export async function proveWithin(
  of: { db: Db; now: () => Instant },
  user: string,
  isRight: () => Promise<boolean>,
): Promise<void> {
  const now = of.now()
  const row = await of.db
    .insertInto('auth.proof_attempt')
    .values({ user_id: user, count: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet({
        count: sql`case when proof_attempt.since > ${addMilliseconds(now, -attempts.windowMs)}
          then proof_attempt.count + 1 else 1 end`,
        since: sql`case when proof_attempt.since > ${addMilliseconds(now, -attempts.windowMs)}
          then proof_attempt.since else ${now} end`,
      }),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  if (row.count > attempts.max) throw new AppError('too-many')
  if (!(await isRight())) throw new AppError('proof-wrong')
  await of.db.deleteFrom('auth.proof_attempt').where('user_id', '=', user).execute()
}

/** Whether this is the password of an account; an account without one takes the same time to say no. */
export async function isPasswordOf(db: Db, user: string, password: string): Promise<boolean> {
  const hash = await passwordHashOf(db, user)
  if (hash !== null) return verifyPassword({ hash, password })
  await hashPassword(password)
  return false
}

export async function passwordHashOf(db: Db, user: string): Promise<string | null> {
  const row = await db
    .selectFrom('auth.account')
    .select('password')
    .where('userId', '=', user)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? null
}
