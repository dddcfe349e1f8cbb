import {
  type Basis,
  type Member,
  mayAnalyse,
  mayAs,
  mayOpenRelation,
  mayWorkInRelation,
  mayWorkWithContent,
  type Role,
} from '@weerklank/core/access/access'
import { type ExportPurpose, mayExport } from '@weerklank/core/access/purpose-lock'
import type { Endpoint } from '@weerklank/core/shared/endpoint'
import { AppError } from '@weerklank/core/shared/errors'
import type {
  AnalysisId,
  ApiTokenId,
  MeetingId,
  MemberId,
  RelationId,
  RoundId,
  TrajectoryId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import type { Scope as TokenScope } from '@weerklank/core/shared/scope'
import type { Instant } from '@weerklank/core/shared/time'
import type { Context as HonoContext } from 'hono'
import { sql } from 'kysely'
import { type Context, type Purpose, setContext } from '../db/context.ts'
import type { Download } from '../http/download.ts'
import type { Announce } from '../http/events.ts'
import { type Api, type Input, type Output, serve } from '../http/server.ts'
import type { Db, Trx } from '../schema.ts'

export { accountOfProved, forgetAsked, removeHomeless } from './own-place.account.ts'
export { tellOfAnswer, tellOfSignal, tellOfSignals } from './webhook.tell.ts'

/** A user's place in one workspace, as the sign-in data know it. */
export type Membership = {
  workspace: WorkspaceId
  member: MemberId
  /** By which token, where a program came in her name. */
  token?: ApiTokenId
}

/** A member who came by the token of a program: she may what she may, as far as the token goes. */
export type Bearer = Membership & { scopes: ReadonlySet<TokenScope>; token: ApiTokenId }

/** A signed-in member in a running transaction whose context is set. */
export type MemberSession = {
  workspace: { id: WorkspaceId; name: string; timeZone: string; isDemo: boolean }
  member: Member & { id: MemberId; name: string; language: Language }
  context: Context
  /** By which token, where a program works in her name; the record says so with each deed. */
  token?: ApiTokenId
  /** Relations that this request changes: open screens are told once the transaction is stored. */
  changed: Set<RelationId>
  /** Meetings that this request leads on, likewise. */
  changedMeetings: Set<MeetingId>
}

/** What the rooms need to serve signed-in members. */
export type MemberApi = {
  api: Api
  db: Db
  now: () => Instant
  /** Whose place in which workspace a request comes from; null when nobody is signed in. Limits are applied here. */
  authenticate: (c: HonoContext, use?: 'working' | 'watching') => Promise<Membership | null>
  /** Whose token a request carries; null when it carries none. Refuses one that opens nothing. */
  bearer: (c: HonoContext) => Promise<Bearer | null>
  announce: Announce
  /** Writes down what was refused to a member, where that is kept. */
  noteRefused: (who: Membership, endpoint: string, error: unknown) => Promise<void>
}

type Handle<E extends Endpoint> = (
  session: MemberSession,
  input: Input<E>,
  trx: Trx,
) => Promise<Output<E> | Download>

/**
 * Serves an endpoint about one relation, named in its path, to the members who take part in it. Whoever looks in for an
 * emergency gets what is only read, and nothing else unless the endpoint says so.
 */
export function serveInRelation<E extends Endpoint>(
  to: MemberApi,
  endpoint: E,
  served: Handle<E> | { alsoInEmergency: true; handle: Handle<E> },
): void {
  const isLook = endpoint.method === 'GET' || typeof served === 'object'
  const scope = (input: Input<E>) => ({ one: (input.params as { relation: RelationId }).relation, isLook })
  serveMember(to, endpoint, { scope, handle: typeof served === 'object' ? served.handle : served })
}

/**
 * Serves an endpoint over the relations in which the member takes part. Their own rows can be listed; to look inside,
 * the handler narrows the context to those it shows.
 */
export function serveOverRelations<E extends Endpoint>(to: MemberApi, endpoint: E, handle: Handle<E>): void {
  serveMember(to, endpoint, { scope: () => 'overview', handle })
}

/** Serves an endpoint about one meeting, named in its path, to the members who are at its table. */
export function serveInMeeting<E extends Endpoint>(to: MemberApi, endpoint: E, handle: Handle<E>): void {
  const scope = (input: Input<E>) => ({ meeting: (input.params as { meeting: MeetingId }).meeting })
  serveMember(to, endpoint, { scope, handle })
}

/** Serves an endpoint about one analysis, named in its path, to the members who work on it. */
export function serveInAnalysis<E extends Endpoint>(to: MemberApi, endpoint: E, handle: Handle<E>): void {
  const scope = (input: Input<E>) => ({ analysis: (input.params as { analysis: AnalysisId }).analysis })
  serveMember(to, endpoint, { scope, handle })
}

/** Serves an endpoint over the analyses on which the member works; their own rows can be listed. */
export function serveOverAnalyses<E extends Endpoint>(to: MemberApi, endpoint: E, handle: Handle<E>): void {
  serveMember(to, endpoint, { scope: () => 'analyses', handle })
}

/** Serves an endpoint about one trajectory, named in its path, to those who lead it: register and names, no content. */
export function serveAsLead<E extends Endpoint>(to: MemberApi, endpoint: E, handle: Handle<E>): void {
  serveMember(to, endpoint, { scope: (input) => ({ trajectory: trajectoryOf(input), as: 'lead' }), handle })
}

/** The same to leads and researchers: what is counted and shared with consent, under numbers and without names. */
export function serveMonitor<E extends Endpoint>(to: MemberApi, endpoint: E, handle: Handle<E>): void {
  serveMember(to, endpoint, {
    scope: (input) => ({ trajectory: trajectoryOf(input), as: 'monitor' }),
    handle,
  })
}

const trajectoryOf = ({ params }: { params: unknown }) => (params as { trajectory: TrajectoryId }).trajectory

/** Serves an endpoint over the trajectories that the member leads or whose numbers she reads; their own rows can be listed. */
export function serveOverTrajectories<E extends Endpoint>(
  to: MemberApi,
  endpoint: E,
  handle: Handle<E>,
): void {
  serveMember(to, endpoint, { scope: () => 'trajectories', handle })
}

/** Serves an endpoint about the member herself, without any content. */
export function serveSelf<E extends Endpoint>(to: MemberApi, endpoint: E, handle: Handle<E>): void {
  serveMember(to, endpoint, { scope: () => 'self', handle })
}

/**
 * As `serveSelf`, in two steps: `read` in the transaction, and then `make` without one, since it may take seconds. What it
 * makes reaches no data.
 */
export function serveSelfAfter<E extends Endpoint, Read>(
  to: MemberApi,
  endpoint: E,
  {
    read,
    make,
  }: {
    read: (session: MemberSession, input: Input<E>, trx: Trx) => Promise<Read>
    make: (read: Read) => Promise<Output<E> | Download>
  },
): void {
  const session = sessionFor(to, endpoint.id, { scope: () => 'self', handle: read })
  serve(to.api, endpoint, {
    guard: (c) => whoAsks(to, endpoint, c),
    handle: async (who, input: Input<E>) => make(await session(who, input)),
  })
}

/** Serves an endpoint that belongs to a role, such as the register of a researcher. It reaches no collaboration. */
export function serveRole<E extends Endpoint>(
  to: MemberApi,
  endpoint: E,
  served: { role: Role; purpose?: Purpose; handle: Handle<E> },
): void {
  const { role, purpose, handle } = served
  serveMember(to, endpoint, { scope: () => ({ role, ...(purpose && { purpose }) }), handle })
}

type Served<E extends Endpoint> = { scope: (input: Input<E>) => Scope; handle: Handle<E> }

function serveMember<E extends Endpoint>(to: MemberApi, endpoint: E, served: Served<E>): void {
  serve(to.api, endpoint, {
    guard: (c) => whoAsks(to, endpoint, c),
    handle: sessionFor(to, endpoint.id, served),
  })
}

/** One transaction in the name of the member; what it changed is announced after it, and a refusal written down. */
function sessionFor<In, Out>(
  to: MemberApi,
  endpoint: string,
  {
    scope,
    handle,
  }: {
    scope: (input: In) => Scope
    handle: (session: MemberSession, input: In, trx: Trx) => Promise<Out>
  },
): (who: Membership, input: In) => Promise<Out> {
  return async (who, input) => {
    const work = to.db.transaction().execute(async (trx) => {
      const session = await openSession(trx, { ...who, now: to.now() }, scope(input))
      return { output: await handle(session, input, trx), session }
    })
    const { output, session } = await work.catch(async (error: unknown) => {
      await to.noteRefused(who, endpoint, error)
      throw error
    })
    for (const relation of session.changed) to.announce({ workspace: who.workspace, relation })
    for (const meeting of session.changedMeetings) to.announce({ workspace: who.workspace, meeting })
    return output
  }
}

/** A program by its token, for what that is for; else whoever is signed in. */
async function whoAsks(to: MemberApi, { scope }: Endpoint, c: HonoContext): Promise<Membership> {
  const program = await to.bearer(c)
  if (program !== null) {
    if (scope === undefined || !program.scopes.has(scope)) throw new AppError('not-allowed')
    const { workspace, member, token } = program
    return { workspace, member, token }
  }
  const who = await to.authenticate(c)
  if (who === null) throw new AppError('not-signed-in')
  return who
}

/** Data were asked for what we give none for: nothing is stored but that it was asked. */
export class PurposeRefused extends AppError {
  readonly purpose: ExportPurpose

  constructor(purpose: ExportPurpose) {
    super('purpose-refused')
    this.purpose = purpose
  }
}

/** What a member asked for: a collaboration, a meeting, an analysis, a trajectory, an anonymous round, or the work of a role. */
type Asked = { relation: RelationId } | InPlace | { round: RoundId } | { role: Role }

/** A member asked for content that is not hers. Outside it is a refusal like any other. */
export class ContentRefused extends AppError {
  readonly asked: Asked

  constructor(code: 'not-found' | 'not-allowed', asked: Asked) {
    super(code)
    this.asked = asked
  }
}

/** Every export begins with this: nothing leaves to judge people at work, or to buy care by. */
export function enforceExport(purpose: ExportPurpose): void {
  if (!mayExport(purpose).allowed) throw new PurposeRefused(purpose)
}

/** Without `isLook` something may be changed, for which an emergency is not enough. */
type InOne = { one: RelationId; isLook?: boolean }

/** A meeting, an analysis or a trajectory, to which one belongs or not: nobody looks in from outside. */
type InPlace = { meeting: MeetingId } | { analysis: AnalysisId } | InTrajectory
type InTrajectory = { trajectory: TrajectoryId; as: 'lead' | 'monitor' }

/**
 * What a request may reach: `one` relation (refused when the member may not look inside it, or only may), one meeting or
 * analysis or trajectory, an `overview` of the relations in which she takes part, `analyses` and `trajectories` likewise, the
 * work of a `role`, or her`self`: who she is, nothing else.
 */
type Scope =
  | InOne
  | InPlace
  | { role: Role; purpose?: Purpose }
  | 'overview'
  | 'analyses'
  | 'trajectories'
  | 'self'

/** Sets the context of the transaction for a member and answers who she is; refuses what she may not reach. */
export async function openSession(
  trx: Trx,
  of: Membership & { now: Instant },
  scope: Scope,
): Promise<MemberSession> {
  const start: Context = { workspace: of.workspace, actor: { member: of.member }, relations: [] }
  await setContext(trx, start)
  const row = await findMember(trx, of.member)
  // Asked at each request: who left, or lost a role, is out at once, also with an open session.
  if (row === undefined || row.ended_at !== null) throw new AppError('not-allowed')
  const basis = isOne(scope) ? await basisFor(trx, of, scope.one) : null
  const relations = new Map(isOne(scope) && basis !== null ? [[scope.one, basis]] : [])
  const member = { id: of.member, name: row.name, roles: row.roles, language: row.language, relations }
  enforceScope(member, scope)
  if (isInPlace(scope)) await enforcePlace(trx, of.member, scope)
  const context: Context = {
    ...start,
    relations: [...relations.keys()],
    roles: row.roles,
    ...(basis === 'emergency' && { onlyLooks: true }),
    ...(isRole(scope) && scope.purpose && { purpose: scope.purpose }),
    ...(isInPlace(scope) && reachOf(scope)),
  }
  await setContext(trx, context)
  return {
    workspace: { id: of.workspace, name: row.workspace_name, timeZone: row.time_zone, isDemo: row.is_demo },
    member,
    context,
    ...(of.token && { token: of.token }),
    changed: new Set(),
    changedMeetings: new Set(),
  }
}

const isOne = (scope: Scope): scope is InOne => typeof scope === 'object' && 'one' in scope
const isRole = (scope: Scope): scope is { role: Role; purpose?: Purpose } =>
  typeof scope === 'object' && 'role' in scope

const isInPlace = (scope: Scope): scope is InPlace =>
  typeof scope === 'object' && ('meeting' in scope || 'analysis' in scope || 'trajectory' in scope)

function reachOf(of: InPlace): Pick<Context, 'meetings' | 'analyses' | 'leads' | 'monitors'> {
  if ('meeting' in of) return { meetings: [of.meeting] }
  if ('analysis' in of) return { analyses: [of.analysis] }
  return of.as === 'lead' ? { leads: [of.trajectory] } : { monitors: [of.trajectory] }
}

function placeOf(of: InPlace): { table: string; id: string; list: 'member_ids' | 'lead_ids' } {
  if ('meeting' in of) return { table: 'meeting', id: of.meeting, list: 'member_ids' }
  if ('analysis' in of) return { table: 'analysis', id: of.analysis, list: 'member_ids' }
  return { table: 'trajectory', id: of.trajectory, list: of.as === 'lead' ? 'lead_ids' : 'member_ids' }
}

/** Whether she belongs to it stands in the row itself; whether there is one at all is nobody else's business. */
async function enforcePlace(trx: Trx, member: MemberId, of: InPlace): Promise<void> {
  const { table, id, list } = placeOf(of)
  const { rows } = await sql`
    select 1 from ${sql.table(table)} where id = ${id} and ${member}::uuid = any (${sql.ref(list)})`.execute(
    trx,
  )
  if (rows.length === 0) throw new ContentRefused('not-found', of)
}

function findMember(trx: Trx, id: MemberId) {
  return trx
    .selectFrom('member')
    .innerJoin('workspace', 'workspace.workspace_id', 'member.workspace_id')
    .select(['member.name', 'roles', 'language', 'ended_at'])
    .select(['workspace.name as workspace_name', 'time_zone', 'is_demo'])
    .where('member.id', '=', id)
    .executeTakeFirst()
}

/** Why the member may look inside the relation now; null when she may not. */
async function basisFor(
  trx: Trx,
  of: Membership & { now: Instant },
  relation: RelationId,
): Promise<Basis | null> {
  const place = await trx
    .selectFrom('participant')
    .select('id')
    .where('relation_id', '=', relation)
    .where('member_id', '=', of.member)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  if (place !== undefined) return 'takes-part'
  // In an emergency a person looks, and says why; a program does not.
  if (of.token !== undefined) return null
  const emergency = await trx
    .selectFrom('emergency_access')
    .select('id')
    .where('relation_id', '=', relation)
    .where('member_id', '=', of.member)
    .where('at', '<=', of.now)
    .where('ends_at', '>', of.now)
    .executeTakeFirst()
  return emergency === undefined ? null : 'emergency'
}

function enforceScope(member: Member, scope: Scope): void {
  if (scope === 'self') return
  const decision = decide(member, scope)
  if (decision.allowed) return
  // Whether a relation exists is nobody's business but its people's.
  const code = decision.reason === 'not-in-relation' ? 'not-found' : 'not-allowed'
  if (typeof scope === 'string') throw new AppError(code)
  if (isInPlace(scope)) throw new ContentRefused(code, scope)
  throw new ContentRefused(code, isOne(scope) ? { relation: scope.one } : { role: scope.role })
}

function decide(member: Member, scope: Exclude<Scope, 'self'>) {
  if (scope === 'analyses' || scope === 'trajectories') return mayAnalyse(member.roles)
  if (scope === 'overview') return mayWorkWithContent(member.roles)
  if (isInPlace(scope))
    return 'meeting' in scope ? mayWorkWithContent(member.roles) : mayAnalyse(member.roles)
  if (!isOne(scope)) return mayAs(member.roles, scope.role)
  return scope.isLook === true ? mayOpenRelation(member, scope.one) : mayWorkInRelation(member, scope.one)
}
