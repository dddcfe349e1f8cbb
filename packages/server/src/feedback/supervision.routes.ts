import { mayStartRelation } from '@weerklank/core/access/access'
import type { AuditAction } from '@weerklank/core/audit/audit'
import {
  isSupervised,
  mayShareWith,
  maySupervise,
  supervisionEndsAt,
} from '@weerklank/core/feedback/supervision'
import {
  supervisionEndpoints,
  supervisionShareEndpoints,
} from '@weerklank/core/feedback/supervision.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { MemberId, RelationId, SupervisionId } from '@weerklank/core/shared/ids'
import { type MemberApi, type MemberSession, serveInRelation, serveSelf } from '../access/access.ts'
import { record, recordDeed } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { World } from '../deps.ts'
import { peopleOf } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { loadCase } from './supervision.case.ts'
import { presentShare, presentShared } from './supervision.presenter.ts'
import * as repository from './supervision.repository.ts'

/** Sharing a collaboration with a supervisor: by who takes part, for a question and a time; read by her, until it ends. */
export function serveSupervision(to: MemberApi, deps: FeedbackDeps): void {
  const { world } = deps
  serveSelf(to, supervisionEndpoints.supervisedCases, async (session, _input, trx) => {
    enforceSupervisor(session)
    return { shares: await listShared(trx, session, world) }
  })
  serveSelf(to, supervisionEndpoints.supervisedCase, async (session, { params }, trx) => {
    enforceSupervisor(session)
    const share = await holdOrRefuse(trx, session, { world, share: params.share })
    await note(trx, session, { world, ...share, action: 'supervision.read' })
    return loadCase(trx, deps, share)
  })
  serveSelf(to, supervisionEndpoints.giveBack, async (session, { params }, trx) => {
    enforceSupervisor(session)
    const share = await repository.findShare(trx, params.share)
    if (share === undefined || share.supervisor_id !== session.member.id) throw new AppError('not-found')
    await end(trx, session, { world, share: share.id, relation: share.relation_id })
    return { shares: await listShared(trx, session, world) }
  })
  serveSharing(to, world)
}

function serveSharing(to: MemberApi, world: World): void {
  serveInRelation(to, supervisionShareEndpoints.shares, async (session, { params }, trx) => {
    await recordDeed(trx, world, { session, relation: params.relation, action: 'supervision.listed' })
    return listOf(trx, session, { world, ...params })
  })
  serveInRelation(to, supervisionShareEndpoints.share, async (session, { params, body }, trx) => {
    const { relation } = params
    await enforceAskable(trx, session, { relation, supervisor: body.supervisor })
    const at = world.now()
    const row = {
      ...{ workspace_id: session.workspace.id, id: body.id, relation_id: relation },
      ...{ sharer_id: session.member.id, supervisor_id: body.supervisor, question: body.question },
      ...{ shared_at: at, ends_at: supervisionEndsAt(at, body.days), ended_at: null, ended_by: null },
    }
    const isNew = await repository.insertShare(trx, row)
    const before = isNew ? row : await repository.findShare(trx, body.id)
    // The identifier is of another share.
    if (before?.relation_id !== relation || before.supervisor_id !== body.supervisor) {
      throw new AppError('conflict')
    }
    const action = isNew ? 'supervision.shared' : 'supervision.listed'
    await recordDeed(trx, world, { session, relation, action, subject: body.id })
    return listOf(trx, session, { world, relation })
  })
  serveInRelation(to, supervisionShareEndpoints.stopSharing, async (session, { params }, trx) => {
    const { relation } = params
    enforceOfTheHouse(session)
    const share = await repository.findShare(trx, params.share)
    if (share?.relation_id !== relation) throw new AppError('not-found')
    await end(trx, session, { world, share: share.id, relation })
    return listOf(trx, session, { world, relation })
  })
}

function enforceSupervisor(session: MemberSession): void {
  if (!maySupervise(session.member.roles).allowed) throw new AppError('not-allowed')
}

function enforceOfTheHouse(session: MemberSession): void {
  if (!mayStartRelation(session.member.roles).allowed) throw new AppError('not-allowed')
}

type Noted = { world: World; id: SupervisionId; relation_id: RelationId; action: AuditAction }

/** The line for what a supervisor does with what was shared with her: its people read it on their own page. */
async function note(trx: Trx, session: MemberSession, of: Noted): Promise<void> {
  await record(trx, of.world, {
    ...{ workspace: session.workspace.id, actor: session.member.id, roles: session.member.roles },
    ...{ basis: 'supervision', action: of.action, relation: of.relation_id },
    subject: { kind: 'supervision', id: of.id },
  })
}

/** Ends a share in the name of who takes part, or of the supervisor herself; once more changes nothing. */
async function end(
  trx: Trx,
  session: MemberSession,
  of: { world: World; share: SupervisionId; relation: RelationId },
): Promise<void> {
  const { world, share, relation } = of
  const isEnded = await repository.endShare(trx, share, { at: world.now(), by: session.member.id })
  // Also who ends nothing reads with whom it is shared.
  const action = isEnded ? 'supervision.ended' : 'supervision.listed'
  if (session.member.relations.has(relation)) {
    await recordDeed(trx, world, { session, relation, action, subject: share })
    return
  }
  if (!isEnded) return
  await note(trx, session, { world, id: share, relation_id: relation, action })
  session.changed.add(relation)
}

/** The share, held for this transaction, with what it opens in reach; refused where it does not hold (any more). */
async function holdOrRefuse(trx: Trx, session: MemberSession, of: { world: World; share: SupervisionId }) {
  const held = await repository.holdShare(trx, of.share)
  const now = of.world.now()
  // Also of one that was hers and ended nothing is said.
  if (held?.supervisor_id !== session.member.id || !isSupervised(repository.timesOf(held), now)) {
    throw new AppError('not-found')
  }
  const [row] = (await repository.sharedWith(trx, session.member.id, now)).filter(({ id }) => id === held.id)
  if (row === undefined) throw new AppError('not-found')
  await setContext(trx, { ...session.context, supervised: [row.relation_id] })
  if (!(await titlesOf(trx, [row])).has(row.id)) throw new AppError('not-found')
  return row
}

async function listShared(trx: Trx, session: MemberSession, world: World) {
  const rows = await repository.sharedWith(trx, session.member.id, world.now())
  await setContext(trx, { ...session.context, supervised: rows.map((row) => row.relation_id) })
  const titles = await titlesOf(trx, rows)
  const shown = rows.flatMap((row) => {
    const title = titles.get(row.id)
    return title === undefined ? [] : [{ row, title }]
  })
  for (const { row } of shown) await note(trx, session, { world, ...row, action: 'supervision.listed' })
  return shown.map(({ row, title }) => presentShared(row, title))
}

/** What those collaborations are called that go on, and in which whoever shared them takes part still. */
async function titlesOf(trx: Trx, rows: readonly repository.ShareRow[]): Promise<Map<SupervisionId, string>> {
  if (rows.length === 0) return new Map()
  const relations = await trx
    .selectFrom('relation')
    .select(['id', 'title', 'member_ids'])
    .where('id', '=', anyOf(rows.map((row) => row.relation_id)))
    .where('closed_at', 'is', null)
    .execute()
  const working = await trx.selectFrom('member').select('id').where('ended_at', 'is', null).execute()
  const here = new Set(working.map(({ id }) => id))
  const found = rows.flatMap((row): [SupervisionId, string][] => {
    const relation = relations.find(({ id }) => id === row.relation_id)
    const isIn = relation?.member_ids.includes(row.sharer_id) === true && here.has(row.sharer_id)
    return isIn ? [[row.id, relation.title]] : []
  })
  return new Map(found)
}

type In = { world: World; relation: RelationId }

async function listOf(trx: Trx, session: MemberSession, { world, relation }: In) {
  const now = world.now()
  const [rows, people] = await Promise.all([
    repository.sharesOf(trx, [relation], now),
    peopleOf(trx, [relation]),
  ])
  const active = (people.get(relation) ?? []).filter((person) => person.active)
  return {
    shares: rows.map((row) => presentShare(row, now)),
    askable: mayStartRelation(session.member.roles).allowed ? await askable(trx, session, relation) : [],
    readBy: active.filter(({ member }) => member === null).map(({ id, name }) => ({ id, name })),
  }
}

async function askable(trx: Trx, session: MemberSession, relation: RelationId) {
  const row = await trx
    .selectFrom('relation')
    .select('member_ids')
    .where('id', '=', relation)
    .executeTakeFirst()
  const members = await trx
    .selectFrom('member')
    .select(['id', 'name', 'roles', 'ended_at'])
    .orderBy('name')
    .execute()
  const sharer = { id: session.member.id, roles: session.member.roles }
  return members
    .filter(({ id, roles, ended_at }) => {
      const takesPart = row?.member_ids.includes(id) ?? false
      return mayShareWith(sharer, { id, roles, ended: ended_at !== null, takesPart }).allowed
    })
    .map(({ id, name }) => ({ id, name }))
}

async function enforceAskable(
  trx: Trx,
  session: MemberSession,
  of: { relation: RelationId; supervisor: MemberId },
): Promise<void> {
  enforceOfTheHouse(session)
  const known = await askable(trx, session, of.relation)
  if (!known.some(({ id }) => id === of.supervisor)) {
    throw new AppError('invalid-input', { fields: { supervisor: 'unknown' } })
  }
  const open = await trx
    .selectFrom('relation')
    .select('id')
    .where('id', '=', of.relation)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (open === undefined) throw new AppError('conflict')
}
