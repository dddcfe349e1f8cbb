import type { WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Db } from '../schema.ts'
import type { Identity } from './single-sign-on.ts'

type Deps = { db: Db; now: () => Instant; workspace: string | null }

/**
 * Whose account an identity is, or null: nobody's. Known by the provider's own name for her; only the first time by an
 * address that the provider answers for, and then only an account that an administrator made and that is not linked yet: an
 * address that was given to a new colleague does not open the account of the one who left.
 */
export async function userOfIdentity(of: Deps, identity: Identity): Promise<Arrived | null> {
  const known = await linkedTo(of.db, identity)
  const arrived = known === null ? await linkByAddress(of, identity) : { user: known, isNewlyLinked: false }
  return arrived !== null && (await hasPlace(of, arrived.user)) ? arrived : null
}

/** Whose account it is, and whether it was linked at this very moment. */
export type Arrived = { user: string; isNewlyLinked: boolean }

/** Whose account an identity says it is, whether or not it gets in; null where it is nobody's. */
export async function claimedBy(db: Db, identity: Identity): Promise<string | null> {
  return (await linkedTo(db, identity)) ?? (await withAddress(db, identity))
}

async function linkedTo(db: Db, { issuer, subject }: Identity): Promise<string | null> {
  const row = await db
    .selectFrom('auth.identity')
    .select('user_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.user_id ?? null
}

async function linkByAddress(of: Deps, identity: Identity): Promise<Arrived | null> {
  const user = await withAddress(of.db, identity)
  if (user === null || !(await hasPlace(of, user))) return null
  const linked = await linkIdentity(of, user, identity)
  return linked === 'not' ? null : { user, isNewlyLinked: linked === 'now' }
}

/** Whose address it is, where the provider answers for it. */
async function withAddress(db: Db, { email }: Identity): Promise<string | null> {
  if (email === null) return null
  const row = await db.selectFrom('auth.user').select('id').where('email', '=', email).executeTakeFirst()
  return row?.id ?? null
}

/** Links an identity to an account: now, before, or not, when either is linked already to another. */
export async function linkIdentity(
  of: Deps,
  user: string,
  identity: Identity,
): Promise<'now' | 'before' | 'not'> {
  const { issuer, subject } = identity
  const kept = await of.db
    .insertInto('auth.identity')
    .values({ issuer, subject, user_id: user, linked_at: of.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (kept.numInsertedOrUpdatedRows === 1n) return 'now'
  return (await linkedTo(of.db, identity)) === user ? 'before' : 'not'
}

/** A provider answers for the people of its own organisation, not for those of another workspace. */
async function hasPlace(of: Deps, user: string): Promise<boolean> {
  let query = of.db.selectFrom('auth.membership').select('member_id').where('user_id', '=', user)
  if (of.workspace !== null) query = query.where('workspace_id', '=', of.workspace as WorkspaceId)
  return (await query.executeTakeFirst()) !== undefined
}
