import { type Member, mayOpenRelation, mayWorkWithContent } from '@weerklank/core/access/access'
import type { Endpoint } from '@weerklank/core/shared/endpoint'
import { AppError } from '@weerklank/core/shared/errors'
import type { MemberId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import type { Context as HonoContext } from 'hono'
import { type Context, setContext } from '../db/context.ts'
import type { Announce } from '../http/events.ts'
import { type Api, type Input, type Output, serve } from '../http/server.ts'
import type { Db, Trx } from '../schema.ts'

/** A user's place in one workspace, as the sign-in data know it. */
export type Membership = { workspace: WorkspaceId; member: MemberId }

/** A signed-in member in a running transaction whose context is set. */
export type MemberSession = {
  workspace: { id: WorkspaceId; name: string; timeZone: string; isDemo: boolean }
  member: Member & { id: MemberId; name: string; language: Language }
  context: Context
  /** Relations that this request changes: open screens are told once the transaction is stored. */
  changed: Set<RelationId>
}

/** What the rooms need to serve signed-in members. */
export type MemberApi = {
  api: Api
  db: Db
  /** Whose place in which workspace a request comes from; null when nobody is signed in. Limits are applied here. */
  authenticate: (c: HonoContext) => Promise<Membership | null>
  announce: Announce
}

type Handle<E extends Endpoint> = (session: MemberSession, input: Input<E>, trx: Trx) => Promise<Output<E>>

/** Serves an endpoint about one relation, named in its path, to the members who take part in it. */
export function serveInRelation<E extends Endpoint>(to: MemberApi, endpoint: E, handle: Handle<E>): void {
  const scope = (input: Input<E>) => ({ one: (input.params as { relation: RelationId }).relation })
  serveMember(to, endpoint, { scope, handle })
}

/**
 * Serves an endpoint over the relations in which the member takes part. Their own rows can be listed; to look inside,
 * the handler narrows the context to those it shows.
 */
export function serveOverRelations<E extends Endpoint>(to: MemberApi, endpoint: E, handle: Handle<E>): void {
  serveMember(to, endpoint, { scope: () => 'overview', handle })
}

/** Serves an endpoint about the member herself, without any content. */
export function serveSelf<E extends Endpoint>(to: MemberApi, endpoint: E, handle: Handle<E>): void {
  serveMember(to, endpoint, { scope: () => 'self', handle })
}

type Served<E extends Endpoint> = { scope: (input: Input<E>) => Scope; handle: Handle<E> }

function serveMember<E extends Endpoint>(to: MemberApi, endpoint: E, served: Served<E>): void {
  serve(to.api, endpoint, {
    guard: async (c) => {
      const who = await to.authenticate(c)
      if (who === null) throw new AppError('not-signed-in')
      return who
    },
    handle: async (who, input) => {
      const { output, changed } = await to.db.transaction().execute(async (trx) => {
        const session = await openSession(trx, who, served.scope(input))
        return { output: await served.handle(session, input, trx), changed: session.changed }
      })
      for (const relation of changed) to.announce({ workspace: who.workspace, relation })
      return output
    },
  })
}

/**
 * What a request may reach: `one` relation (refused when the member does not take part in it), an `overview` of those in
 * which she does, or her`self`: who she is, nothing else.
 */
type Scope = { one: RelationId } | 'overview' | 'self'

/** Sets the context of the transaction for a member and answers who she is; refuses what she may not reach. */
export async function openSession(trx: Trx, of: Membership, scope: Scope): Promise<MemberSession> {
  const context: Context = { workspace: of.workspace, actor: { member: of.member }, relations: [] }
  await setContext(trx, context)
  const row = await trx
    .selectFrom('member')
    .innerJoin('workspace', 'workspace.workspace_id', 'member.workspace_id')
    .select(['member.name', 'role', 'language', 'workspace.name as workspace_name', 'time_zone', 'is_demo'])
    .where('member.id', '=', of.member)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not-allowed')
  const relations = typeof scope === 'object' ? await ifTakesPart(trx, of, scope.one) : []
  const member = { id: of.member, name: row.name, role: row.role, language: row.language, relations }
  enforceScope(member, scope)
  const full = { ...context, relations }
  if (relations.length > 0) await setContext(trx, full)
  return {
    workspace: { id: of.workspace, name: row.workspace_name, timeZone: row.time_zone, isDemo: row.is_demo },
    member,
    context: full,
    changed: new Set(),
  }
}

async function ifTakesPart(trx: Trx, of: Membership, relation: RelationId): Promise<RelationId[]> {
  const rows = await trx
    .selectFrom('participant')
    .select('relation_id')
    .where('relation_id', '=', relation)
    .where('member_id', '=', of.member)
    .where('left_at', 'is', null)
    .execute()
  return rows.map((row) => row.relation_id)
}

function enforceScope(member: Member, scope: Scope): void {
  if (scope === 'self') return
  const decision = scope === 'overview' ? mayWorkWithContent(member.role) : mayOpenRelation(member, scope.one)
  if (decision.allowed) return
  // Whether a relation exists is nobody's business but its people's.
  throw new AppError(decision.reason === 'not-in-relation' ? 'not-found' : 'not-allowed')
}
