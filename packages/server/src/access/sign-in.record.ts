import type { AuditAction, AuditBasis } from '@weerklank/core/audit/audit'
import { AppError } from '@weerklank/core/shared/errors'
import { record } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Log } from '../http/log.ts'
import { countFailedSignIn, type SignInWay } from '../http/metrics.ts'
import type { Db, Trx } from '../schema.ts'
import { type MemberSession, openSession } from './access.ts'
import { aside } from './aside.ts'
import { countRefused } from './refusal-count.ts'
import { mailSignInChange, type SignInChange } from './sign-in.changed.ts'

type AccountDeed = Extract<AuditAction, `account.${string}`>
type Of = { db: Db; world: World }

/**
 * Writes down, in every workspace where the account has a place, that its holder signed in or changed how she does. The auth
 * library works on connections of its own, so the line follows the deed; a place that has ended gets none.
 */
export async function recordAccountDeed(of: Of, user: string, action: AccountDeed): Promise<void> {
  await inPlaces(of, user, (trx, session) => write(trx, of.world, { session, action, basis: 'role' }))
}

/** The same for a change of how she signs in, of which she also gets a mail: once, whatever number of places she has. */
export async function recordSignInChange(
  of: Of,
  user: string,
  changed: { action: AccountDeed; change: SignInChange },
): Promise<void> {
  let isTold = false
  await inPlaces(of, user, async (trx, session) => {
    await write(trx, of.world, { session, action: changed.action, basis: 'role' })
    if (isTold) return
    await mailSignInChange(trx, of.world, { user, session, change: changed.change })
    isTold = true
  })
}

type Failed = { way: SignInWay; user: string | null | (() => Promise<string | null>) }

/**
 * A sign-in that failed: counted without a word about whose it was, and written down where the account has a place, within
 * bounds. Never what was typed. Nobody waits for it: known and unknown take the same time.
 */
export function noteFailedSignIn(of: Of & { log: Log }, { way, user }: Failed): void {
  countFailedSignIn(way)
  aside(of.log, async () => {
    const id = typeof user === 'function' ? await user() : user
    if (id === null) return
    const toWrite = await countRefused({ db: of.db, now: of.world.now }, id, 'sign-in')
    if (toWrite === 'nothing') return
    const action = toWrite === 'it' ? 'account.sign-in-failed' : 'account.sign-in-failed-more'
    await inPlaces(of, id, (trx, session) => write(trx, of.world, { session, action, basis: 'refused' }))
  })
}

/** Tries a proof of who someone is; one that fails is noted as a sign-in that did. */
export async function provedOrNoted<Result>(
  of: Of & { log: Log },
  failed: { way: SignInWay; user: string },
  prove: () => Promise<Result>,
): Promise<Result> {
  try {
    return await prove()
  } catch (error) {
    if (error instanceof AppError && ['proof-wrong', 'too-many'].includes(error.code))
      noteFailedSignIn(of, failed)
    throw error
  }
}

/** Whose address this is; null where it is nobody's. */
export async function userWithEmail(db: Db, email: string): Promise<string | null> {
  const row = await db
    .selectFrom('auth.user')
    .select('id')
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst()
  return row?.id ?? null
}

/** Each place of an account in a transaction of its own; where she chose to work last comes first. */
async function inPlaces(
  { db, world }: Of,
  user: string,
  work: (trx: Trx, session: MemberSession) => Promise<void>,
): Promise<void> {
  const places = await db
    .selectFrom('auth.membership')
    .select(['workspace_id as workspace', 'member_id as member'])
    .where('user_id', '=', user)
    .orderBy('chosen_at', (order) => order.desc().nullsLast())
    .orderBy('workspace_id')
    .execute()
  for (const place of places) {
    await db
      .transaction()
      .execute(async (trx) => work(trx, await openSession(trx, { ...place, now: world.now() }, 'self')))
      .catch((error: unknown) => {
        if (!(error instanceof AppError) || error.code !== 'not-allowed') throw error
      })
  }
}

function write(
  trx: Trx,
  world: World,
  { session, action, basis }: { session: MemberSession; action: AccountDeed; basis: AuditBasis },
): Promise<void> {
  const { id, roles } = session.member
  return record(trx, world, {
    ...{ workspace: session.workspace.id, actor: id, roles, basis, action, relation: null },
    subject: { kind: 'member', id },
  })
}
