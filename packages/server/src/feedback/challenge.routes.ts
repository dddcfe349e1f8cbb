import type { AuditAction } from '@weerklank/core/audit/audit'
import { challengeEndpoints } from '@weerklank/core/feedback/challenge.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { OwnChallengeId, RelationId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveInRelation } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import { keptDays } from '../ownership/ownership.ts'
import type { Trx } from '../schema.ts'

/** A challenge of one's own (R10): tagged by herself, closed like every signal, and read by nobody else. */
export function serveChallenges(to: MemberApi, { world }: { world: World }): void {
  serveInRelation(to, challengeEndpoints.challenges, async (session, { params }, trx) => {
    await note(trx, session, { world, action: 'own-challenge.read' })
    return list(trx, session, params.relation)
  })
  serveInRelation(to, challengeEndpoints.tagChallenge, async (session, { params, body }, trx) => {
    const at = world.now()
    const row = {
      ...{ workspace_id: session.workspace.id, id: body.id, relation_id: params.relation },
      ...{ author_id: session.member.id, challenge: body.challenge },
      ...{ at, changed_at: at, outcome: null, closed_at: null },
    }
    await trx
      .insertInto('own_challenge')
      .values(row)
      .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
      .execute()
    const known = await find(trx, { ...params, challenge: body.id })
    // The id is of somebody else's, which is nobody's business, or of another one of hers.
    if (known?.challenge !== body.challenge) throw new AppError('conflict')
    await note(trx, session, { world, action: 'own-challenge.tagged', id: body.id })
    return list(trx, session, params.relation)
  })
  serveInRelation(to, challengeEndpoints.closeChallenge, async (session, { params, body }, trx) => {
    if ((await find(trx, params)) === undefined) throw new AppError('not-found')
    const { outcome } = body
    const at = world.now()
    await trx
      .updateTable('own_challenge')
      .set({ outcome, closed_at: outcome === null ? null : at, changed_at: at })
      .where('id', '=', params.challenge)
      .execute()
    await note(trx, session, { world, action: 'own-challenge.closed', id: params.challenge })
    return list(trx, session, params.relation)
  })
  serveInRelation(to, challengeEndpoints.removeChallenge, async (session, { params }, trx) => {
    if ((await find(trx, params)) === undefined) throw new AppError('not-found')
    await trx.deleteFrom('own_challenge').where('id', '=', params.challenge).execute()
    await note(trx, session, { world, action: 'own-challenge.removed', id: params.challenge })
    return { done: true } as const
  })
}

/** Without the collaboration: that somebody thought about herself there is not part of its record either. */
function note(
  trx: Trx,
  session: MemberSession,
  { world, action, id }: { world: World; action: AuditAction; id?: OwnChallengeId },
): Promise<void> {
  return recordOwn(trx, world, { session, action, ...(id && { subject: { kind: 'own-challenge', id } }) })
}

function find(trx: Trx, of: { relation: RelationId; challenge: OwnChallengeId }) {
  return trx
    .selectFrom('own_challenge')
    .selectAll()
    .where('id', '=', of.challenge)
    .where('relation_id', '=', of.relation)
    .executeTakeFirst()
}

async function list(trx: Trx, session: MemberSession, relation: RelationId) {
  const [days, rows] = [
    await keptDays(trx),
    await trx
      .selectFrom('own_challenge')
      .selectAll()
      .where('author_id', '=', session.member.id)
      .where('relation_id', '=', relation)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  ]
  return {
    challenges: rows.map((row) => ({
      ...{ id: row.id, challenge: row.challenge, at: row.at, outcome: row.outcome },
      ...{ closedAt: row.closed_at, removedAt: addDays(row.changed_at, days) },
    })),
  }
}
