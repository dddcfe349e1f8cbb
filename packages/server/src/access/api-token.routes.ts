import { tokenStatus } from '@weerklank/core/access/api-token'
import {
  type ApiToken,
  type ApiTokens,
  apiTokenEndpoints,
  type NewApiToken,
} from '@weerklank/core/access/api-tokens.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { ApiTokenId } from '@weerklank/core/shared/ids'
import { addDays, type Instant } from '@weerklank/core/shared/time'
import type { Selectable } from 'kysely'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { type MemberApi, type MemberSession, serveSelf } from './access.ts'
import type { ApiTokenTable } from './api-token.table.ts'
import { newSecret } from './api-token.ts'

type Deps = { world: World }

/** The tokens by which programs act for a member: she makes and revokes them, an administrator sees that they are there. */
export function serveApiTokens(to: MemberApi, deps: Deps): void {
  serveSelf(to, apiTokenEndpoints.tokens, async (session, _input, trx) => {
    await recordOwn(trx, deps.world, { session, action: 'tokens.read' })
    return tokensFor(trx, session, deps.world.now())
  })
  serveSelf(to, apiTokenEndpoints.makeToken, async (session, { body }, trx) => {
    if (!(await mayMake(trx, session))) throw new AppError('not-allowed')
    const secret = await make(trx, session, { deps, body })
    return { secret, tokens: await tokensFor(trx, session, deps.world.now()) }
  })
  serveSelf(to, apiTokenEndpoints.revokeToken, async (session, { params }, trx) => {
    await revoke(trx, session, { deps, id: params.token })
    return tokensFor(trx, session, deps.world.now())
  })
}

async function make(
  trx: Trx,
  session: MemberSession,
  { deps, body }: { deps: Deps; body: NewApiToken },
): Promise<string> {
  const { world } = deps
  const { secret, hash } = newSecret(session.workspace.id)
  const id = world.newId<ApiTokenId>()
  const now = world.now()
  await trx
    .insertInto('api_token')
    .values({
      ...{ workspace_id: session.workspace.id, id, member_id: session.member.id },
      ...{ name: body.name, scopes: body.scopes, token_hash: hash },
      ...{ created_at: now, expires_at: addDays(now, body.days), revoked_at: null, last_used_on: null },
    })
    .execute()
  await recordOwn(trx, world, { session, action: 'token.made', subject: { kind: 'token', id } })
  return secret
}

/** Row-level security leaves her own, and for an administrator those of all. */
async function revoke(
  trx: Trx,
  session: MemberSession,
  { deps, id }: { deps: Deps; id: ApiTokenId },
): Promise<void> {
  const { world } = deps
  const known = await trx.selectFrom('api_token').select('revoked_at').where('id', '=', id).executeTakeFirst()
  if (known === undefined) throw new AppError('not-found')
  // The answer shows the tokens either way.
  if (known.revoked_at !== null) return recordOwn(trx, world, { session, action: 'tokens.read' })
  await trx.updateTable('api_token').set({ revoked_at: world.now() }).where('id', '=', id).execute()
  await recordOwn(trx, world, { session, action: 'token.revoked', subject: { kind: 'token', id } })
}

/** A guest belongs to another house: its programs have no business here. */
async function mayMake(trx: Trx, { member }: MemberSession): Promise<boolean> {
  return !member.roles.includes('guest') && (await areAllowed(trx))
}

async function areAllowed(trx: Trx): Promise<boolean> {
  const row = await trx.selectFrom('workspace').select('api_tokens').executeTakeFirstOrThrow()
  return row.api_tokens
}

async function tokensFor(trx: Trx, session: MemberSession, now: Instant): Promise<ApiTokens> {
  const rows = await trx
    .selectFrom('api_token')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'api_token.workspace_id')
        .onRef('member.id', '=', 'api_token.member_id'),
    )
    .selectAll('api_token')
    .select('member.name as by')
    .orderBy('api_token.created_at', 'desc')
    .orderBy('api_token.id', 'desc')
    .execute()
  const isOwn = (row: (typeof rows)[number]) => row.member_id === session.member.id
  const administers = session.member.roles.includes('administrator')
  const others = rows.filter((row) => !isOwn(row)).map((row) => ({ ...present(row, now), by: row.by }))
  return {
    allowed: await areAllowed(trx),
    mayMake: await mayMake(trx, session),
    own: rows.filter(isOwn).map((row) => present(row, now)),
    others: administers ? others : null,
  }
}

function present(row: Selectable<ApiTokenTable>, now: Instant): ApiToken {
  return {
    ...{ id: row.id, name: row.name, scopes: row.scopes, createdAt: row.created_at },
    ...{ expiresAt: row.expires_at, revokedAt: row.revoked_at, lastUsedOn: row.last_used_on },
    status: tokenStatus({ expiresAt: row.expires_at, revokedAt: row.revoked_at }, now),
  }
}
