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
export async function userOfIdentity(of: Deps, identity: Identity): Promise<string | null> {
  const user = (await linkedTo(of.db, identity)) ?? (await linkByAddress(of, identity))
  return user !== null && (await hasPlace(of, user)) ? user : null
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

async function linkByAddress(of: Deps, identity: Identity): Promise<string | null> {
  if (identity.email === null) return null
  const row = await of.db
    .selectFrom('auth.user')
    .select('id')
    .where('email', '=', identity.email)
    .executeTakeFirst()
  if (row === undefined || !(await hasPlace(of, row.id))) return null
  return (await linkIdentity(of, row.id, identity)) ? row.id : null
}

/** Links an identity to an account; false when either is linked already, to another. */
export async function linkIdentity(of: Deps, user: string, identity: Identity): Promise<boolean> {
  const { issuer, subject } = identity
  await of.db
    .insertInto('auth.identity')
    .values({ issuer, subject, user_id: user, linked_at: of.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await linkedTo(of.db, identity)) === user
}

/** A provider answers for the people of its own organisation, not for those of another workspace. */
async function hasPlace(of: Deps, user: string): Promise<boolean> {
  let query = of.db.selectFrom('auth.membership').select('member_id').where('user_id', '=', user)
  if (of.workspace !== null) query = query.where('workspace_id', '=', of.workspace as WorkspaceId)
  return (await query.executeTakeFirst()) !== undefined
}
