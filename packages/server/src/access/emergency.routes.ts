import { emergencyEndsAt, mayOpenInEmergency } from '@weerklank/core/access/emergency'
import { type EmergencyAccess, emergencyEndpoints } from '@weerklank/core/access/emergency.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { RelationId } from '@weerklank/core/shared/ids'
import { addDays, addMilliseconds, type Instant, millis } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { record, recordDeed } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { newLimiter } from '../http/limit.ts'
import type { Trx } from '../schema.ts'
import { type MemberApi, type MemberSession, serveInRelation, serveSelf } from './access.ts'

/** Enough for whoever mistypes a name in a hurry; too few to find names by trying. */
const tries = { max: 10, windowMs: 3_600_000 }
const shownDays = 30

/** Looking in where one takes no part, because it cannot wait: with a reason, for four hours, seen by everyone there. */
export function serveEmergency(to: MemberApi, { world }: { world: World }): void {
  const limit = newLimiter(tries, () => millis(to.now()))
  serveSelf(to, emergencyEndpoints.openEmergency, async (session, { body }, trx) => {
    if (!mayOpenInEmergency(session.member.roles).allowed) throw new AppError('not-allowed')
    limit(session.member.id)
    return open(trx, { session, world }, body)
  })
  serveInRelation(to, emergencyEndpoints.emergencies, async (session, { params }, trx) => {
    await recordDeed(trx, world, { session, relation: params.relation, action: 'emergency.read' })
    return { accesses: await accessesOf(trx, session, { ...params, now: world.now() }) }
  })
  serveInRelation(to, emergencyEndpoints.endEmergency, {
    alsoInEmergency: true,
    handle: async (session, { params }, trx) => {
      const { relation } = params
      const now = world.now()
      // Also who ends nothing reads who looked in, and why.
      const action = (await end(trx, session, { relation, now })) ? 'emergency.ended' : 'emergency.read'
      await recordDeed(trx, world, { session, relation, action })
      return { accesses: await accessesOf(trx, session, { relation, now }) }
    },
  })
}

type At = { session: MemberSession; world: World }
type Asked = { id: string; title: string; reason: string }

async function open(trx: Trx, at: At, asked: Asked) {
  const { session, world } = at
  const before = await earlier(trx, asked.id, session)
  const found = before === undefined ? await findByTitle(trx, session, asked.title) : [before.relation_id]
  const [relation] = found
  if (relation === undefined || found.length > 1) {
    // Also a name that is not there is written down: who tries names leaves a trace.
    await note(trx, at, { id: asked.id, relation: null })
    const outcome: 'none' | 'several' = relation === undefined ? 'none' : 'several'
    return { outcome, relation: null, endsAt: null }
  }
  if (before !== undefined) return { outcome: 'opened' as const, relation, endsAt: before.ends_at }
  const now = world.now()
  const endsAt = emergencyEndsAt(now)
  const result = await trx
    .insertInto('emergency_access')
    .values({
      ...{ workspace_id: session.workspace.id, id: asked.id, relation_id: relation },
      ...{ member_id: session.member.id, reason: asked.reason, at: now, ends_at: endsAt },
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  if (result.numInsertedOrUpdatedRows !== 1n) throw new AppError('conflict')
  await note(trx, at, { id: asked.id, relation })
  session.changed.add(relation)
  return { outcome: 'opened' as const, relation, endsAt }
}

/** The same request again is the same access; that of somebody else is none of hers. */
async function earlier(trx: Trx, id: string, session: MemberSession) {
  return trx
    .selectFrom('emergency_access')
    .select(['relation_id', 'ends_at'])
    .where('id', '=', id)
    .where('member_id', '=', session.member.id)
    .executeTakeFirst()
}

/** At most two: one to open, or two that say that the name is not enough. */
async function findByTitle(trx: Trx, session: MemberSession, title: string): Promise<RelationId[]> {
  await setContext(trx, { ...session.context, purpose: 'emergency' })
  const rows = await trx
    .selectFrom('relation')
    .select('id')
    .where(sql<boolean>`lower(trim(title)) = lower(${title})`)
    .orderBy('started_at', 'desc')
    .limit(2)
    .execute()
  await setContext(trx, session.context)
  return rows.map((row) => row.id)
}

async function note(trx: Trx, at: At, of: { id: string; relation: RelationId | null }): Promise<void> {
  const { session, world } = at
  await record(trx, world, {
    workspace: session.workspace.id,
    actor: session.member.id,
    roles: session.member.roles,
    basis: 'emergency',
    action: 'emergency.opened',
    subject: { kind: 'emergency', id: of.id },
    relation: of.relation,
  })
}

async function end(
  trx: Trx,
  session: MemberSession,
  of: { relation: RelationId; now: Instant },
): Promise<boolean> {
  const result = await trx
    .updateTable('emergency_access')
    // Never before it began, also where the clock stands still.
    .set({ ends_at: sql`greatest(${of.now}::timestamptz, at + interval '1 millisecond')` })
    .where('relation_id', '=', of.relation)
    .where('member_id', '=', session.member.id)
    .where('ends_at', '>', of.now)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

async function accessesOf(
  trx: Trx,
  session: MemberSession,
  of: { relation: RelationId; now: Instant },
): Promise<EmergencyAccess[]> {
  const rows = await trx
    .selectFrom('emergency_access')
    .leftJoin('member', 'member.id', 'emergency_access.member_id')
    .select(['emergency_access.id', 'member_id', 'member.name', 'reason', 'at', 'ends_at'])
    .where('relation_id', '=', of.relation)
    .where('ends_at', '>', addDays(of.now, -shownDays))
    .orderBy('at', 'desc')
    .orderBy('emergency_access.id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name ?? '', reason: row.reason, at: row.at, endsAt: row.ends_at },
    own: row.member_id === session.member.id,
    // A moment that ends just now is over.
    open: millis(row.ends_at) > millis(addMilliseconds(of.now, 1)),
  }))
}
