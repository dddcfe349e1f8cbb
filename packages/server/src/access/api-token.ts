import { tokenMark, tokenStatus } from '@weerklank/core/access/api-token'
import { AppError } from '@weerklank/core/shared/errors'
import type { ApiTokenId, WorkspaceId } from '@weerklank/core/shared/ids'
import { type Instant, localDay, millis } from '@weerklank/core/shared/time'
import type { Context as HonoContext } from 'hono'
import { inContext, setContext } from '../db/context.ts'
import { addressOf } from '../http/address.ts'
import { bearerOf } from '../http/bearer.ts'
import { newLimiter } from '../http/limit.ts'
import { newToken, readToken } from '../http/link-token.ts'
import type { Db, Trx } from '../schema.ts'
import type { Bearer } from './access.ts'

export type BearerDeps = {
  db: Db
  now: () => Instant
  /** Counts a request of a token. */
  limit: (token: ApiTokenId) => void
  /** Counts a secret that opened nothing, by where it came from. */
  missed: (address: string) => void
}

const minute = 60_000
/** A program that brings in all forms of an organisation, one after the other, is not held up. */
const requestsAtMost = 3_000

/** One for the whole process: the counts are kept in it. */
export function newBearerDeps(of: { db: Db; now: () => Instant }): BearerDeps {
  const nowMs = () => millis(of.now())
  return {
    ...{ db: of.db, now: of.now },
    limit: newLimiter({ max: requestsAtMost, windowMs: minute }, nowMs),
    missed: newLimiter({ max: 60, windowMs: minute }, nowMs),
  }
}

/** A new secret and its hash; the secret is shown once and kept nowhere. */
export function newSecret(workspace: WorkspaceId): { secret: string; hash: string } {
  const { token, hash } = newToken(workspace)
  return { secret: `${tokenMark}${token}`, hash }
}

/**
 * Whose token a request carries; null when it carries none. A token that is unknown, expired, revoked, of someone who left,
 * or of a workspace that lets no programs in is refused in the same words: whoever tries learns nothing of which it was.
 */
export async function bearerMember(deps: BearerDeps, c: HonoContext): Promise<Bearer | null> {
  const secret = bearerOf(c.req.raw.headers)
  if (secret === null) return null
  const read = secret.startsWith(tokenMark) ? readToken(secret.slice(tokenMark.length)) : null
  const found = read === null ? null : await findBearer(deps, read)
  if (found === null) {
    deps.missed(addressOf(c))
    throw new AppError('not-signed-in')
  }
  deps.limit(found.token)
  return found
}

async function findBearer(
  { db, now }: BearerDeps,
  { workspace, hash }: { workspace: WorkspaceId; hash: string },
): Promise<Bearer | null> {
  return inContext(db, { workspace, actor: 'link', relations: [], token: hash }, async (trx) => {
    const token = await trx
      .selectFrom('api_token')
      .select(['id', 'member_id', 'scopes', 'expires_at', 'revoked_at', 'last_used_on'])
      .where('token_hash', '=', hash)
      .executeTakeFirst()
    if (token === undefined) return null
    const facts = { expiresAt: token.expires_at, revokedAt: token.revoked_at }
    if (tokenStatus(facts, now()) !== 'active') return null
    await setContext(trx, { workspace, actor: { member: token.member_id }, relations: [] })
    const home = await homeOf(trx, token.member_id)
    if (home === undefined) return null
    const today = localDay(now(), home.time_zone)
    if (token.last_used_on !== today) await noteUse(trx, token.id, today)
    return { workspace, member: token.member_id, scopes: new Set(token.scopes), token: token.id }
  })
}

/** Where she works, while she does and programs may come in there. */
function homeOf(trx: Trx, member: Bearer['member']) {
  return trx
    .selectFrom('member')
    .innerJoin('workspace', 'workspace.workspace_id', 'member.workspace_id')
    .select('time_zone')
    .where('member.id', '=', member)
    .where('ended_at', 'is', null)
    .where('api_tokens', '=', true)
    .executeTakeFirst()
}

async function noteUse(trx: Trx, id: ApiTokenId, today: string): Promise<void> {
  await trx.updateTable('api_token').set({ last_used_on: today }).where('id', '=', id).execute()
}
