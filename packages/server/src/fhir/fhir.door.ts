import { AppError } from '@weerklank/core/shared/errors'
import type { Instant } from '@weerklank/core/shared/time'
import type { Context as HonoContext } from 'hono'
import { type MemberSession, type Membership, openSession } from '../access/access.ts'
import type { Db, Trx } from '../schema.ts'

/** What a program may do here in the name of a member. */
export const fhirScopes = ['forms:read', 'forms:write', 'responses:read', 'responses:write'] as const
export type FhirScope = (typeof fhirScopes)[number]

/** Whose key a request carries and what that key is for; null without one that works. Limits are applied here. */
export type Bearer = (c: HonoContext) => Promise<KeyHolder | null>
export type KeyHolder = Membership & { scopes: ReadonlySet<string> }

export type FhirDoor = { db: Db; now: () => Instant; bearer: Bearer }

/** Who asks, when her key is for this, or for one of these. Refuses before anything of the request is read. */
export async function enter(
  door: FhirDoor,
  c: HonoContext,
  ...anyOf: readonly [FhirScope, ...FhirScope[]]
): Promise<KeyHolder> {
  const who = await door.bearer(c)
  if (who === null) throw new AppError('not-signed-in')
  if (!anyOf.some((scope) => who.scopes.has(scope))) throw new AppError('not-allowed')
  const { workspace, member, token, scopes } = who
  return { workspace, member, scopes, ...(token && { token }) }
}

/** Does the work in one transaction, in her name; what is in reach of `overview` the work itself narrows. */
export function inHerName<Result>(
  door: FhirDoor,
  who: Membership,
  of: { scope: 'self' | 'overview'; work: (trx: Trx, session: MemberSession) => Promise<Result> },
): Promise<Result> {
  return door.db
    .transaction()
    .execute(async (trx) => of.work(trx, await openSession(trx, { ...who, now: door.now() }, of.scope)))
}
