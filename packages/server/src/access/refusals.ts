import type { AuditAction } from '@weerklank/core/audit/audit'
import type { RelationId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { record, recordOwn, type Subject } from '../audit/audit.ts'
import { type Context, inContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Log } from '../http/log.ts'
import { countRefusedContent } from '../http/metrics.ts'
import type { Db } from '../schema.ts'
import { ContentRefused, type MemberApi, type Membership, openSession, PurposeRefused } from './access.ts'
import { aside } from './aside.ts'
import { countRefused } from './refusal-count.ts'

type Deps = { db: Db; world: World; log: Log }
type Request = { who: Membership; endpoint: string }

/** Writes down what was refused to a member. In a transaction of its own: that of the request was taken back. */
export function refusalNotes(of: Deps): MemberApi['noteRefused'] {
  return async (who, endpoint, error) => {
    if (error instanceof PurposeRefused) await notePurpose(of, { who, endpoint }, error)
    if (error instanceof ContentRefused) {
      countRefusedContent()
      aside(of.log, () => noteContent(of, { who, endpoint }, error.asked))
    }
  }
}

/** That data were asked for a purpose for which none are given. The subject says by which endpoint. */
async function notePurpose(
  { db, world }: Deps,
  { who, endpoint }: Request,
  { purpose }: PurposeRefused,
): Promise<void> {
  const subject = { kind: endpoint, id: who.member, purpose }
  await db.transaction().execute(async (trx) => {
    const session = await openSession(trx, { ...who, now: world.now() }, 'self')
    await recordOwn(trx, world, { session, action: 'export.refused', subject })
  })
}

type Line = { action: AuditAction; subject: Subject; relation: RelationId | null }

/**
 * That a member asked for content that is not hers, within bounds. What is not there, or is of another workspace, leaves no
 * line: it would tell that there is something.
 */
async function noteContent(of: Deps, request: Request, asked: ContentRefused['asked']): Promise<void> {
  const { db, world } = of
  const { who } = request
  const line = await lineFor(db, request, asked)
  const user = line === null ? null : await userOf(db, who)
  if (line === null || user === null) return
  const toWrite = await countRefused({ db, now: world.now }, user, 'content')
  if (toWrite === 'nothing') return
  const subject = { kind: 'member', id: who.member }
  const said: Line = toWrite === 'it' ? line : { action: 'relation.refused-more', subject, relation: null }
  await db.transaction().execute(async (trx) => {
    const { member } = await openSession(trx, { ...who, now: world.now() }, 'self')
    const by = { workspace: who.workspace, actor: member.id, roles: member.roles, token: who.token }
    await record(trx, world, { ...by, ...said, basis: 'refused' })
  })
}

/** What to write of it; null where there is no such thing in her workspace. */
async function lineFor(
  db: Db,
  { who, endpoint }: Request,
  asked: ContentRefused['asked'],
): Promise<Line | null> {
  const program = { workspace: who.workspace, actor: 'system' as const, relations: [] }
  if ('role' in asked) {
    return { action: 'role.refused', subject: { kind: endpoint, id: who.member }, relation: null }
  }
  if ('round' in asked) {
    const isThere = await has(db, { ...program, rounds: [asked.round] }, { table: 'round', id: asked.round })
    return isThere
      ? { action: 'round.refused', subject: { kind: 'round', id: asked.round }, relation: null }
      : null
  }
  if ('meeting' in asked) {
    const isThere = await has(
      db,
      { ...program, meetings: [asked.meeting] },
      { table: 'meeting', id: asked.meeting },
    )
    return isThere
      ? { action: 'meeting.refused', subject: { kind: 'meeting', id: asked.meeting }, relation: null }
      : null
  }
  if ('trajectory' in asked) {
    const { trajectory } = asked
    const isThere = await has(
      db,
      { ...program, leads: [trajectory] },
      { table: 'trajectory', id: trajectory },
    )
    return isThere
      ? { action: 'trajectory.refused', subject: { kind: 'trajectory', id: trajectory }, relation: null }
      : null
  }
  if ('analysis' in asked) {
    const isThere = await has(
      db,
      { ...program, analyses: [asked.analysis] },
      { table: 'analysis', id: asked.analysis },
    )
    return isThere
      ? { action: 'analysis.refused', subject: { kind: 'analysis', id: asked.analysis }, relation: null }
      : null
  }
  const { relation } = asked
  const isThere = await has(db, { ...program, relations: [relation] }, { table: 'relation', id: relation })
  return isThere
    ? { action: 'relation.refused', subject: { kind: 'relation', id: relation }, relation }
    : null
}

function has(
  db: Db,
  context: Context,
  { table, id }: { table: 'relation' | 'round' | 'meeting' | 'analysis' | 'trajectory'; id: string },
): Promise<boolean> {
  return inContext(db, context, async (trx) => {
    const { rows } = await sql`select 1 from ${sql.table(table)} where id = ${id}`.execute(trx)
    return rows.length > 0
  })
}

async function userOf(db: Db, { member }: Membership): Promise<string | null> {
  const row = await db
    .selectFrom('auth.membership')
    .select('user_id')
    .where('member_id', '=', member)
    .executeTakeFirst()
  return row?.user_id ?? null
}
