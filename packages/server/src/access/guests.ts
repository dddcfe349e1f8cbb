import type { MemberId, RelationId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { recordDeed } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import type { MemberSession } from './access.ts'
import { endPlace, returnPlace } from './members.place.ts'

type Of = { session: MemberSession; relation: RelationId; world: World }

/**
 * After a change of who takes part, or of whether a collaboration is open: a guest has a place while she takes part in one
 * that is open, and no longer. What she wrote stays.
 */
export async function settleGuests(trx: Trx, of: Of): Promise<void> {
  const { session, relation, world } = of
  const guests = await trx
    .selectFrom('participant')
    .innerJoin('member', 'member.id', 'participant.member_id')
    .select(['member.id as member', 'user_id as user', 'ended_at'])
    .where('relation_id', '=', relation)
    .where(sql<boolean>`member.roles = array['guest']`)
    .execute()
  for (const { member, user, ended_at } of guests) {
    const isNeeded = await takesPartInOpen(trx, session, member)
    if (isNeeded === (ended_at === null)) continue
    const place = { workspace: session.workspace.id, member, user }
    if (isNeeded) await returnPlace(trx, place)
    else await endPlace(trx, { ...place, now: world.now() })
    const action = isNeeded ? 'guest.returned' : 'guest.ended'
    await recordDeed(trx, world, { session, relation, action, subject: member })
  }
}

/** Looked up in her own name: the collaborations of a guest are nobody else's to see. */
async function takesPartInOpen(trx: Trx, session: MemberSession, member: MemberId): Promise<boolean> {
  await setContext(trx, { workspace: session.workspace.id, actor: { member }, relations: [] })
  const row = await trx
    .selectFrom('participant')
    .innerJoin('relation', 'relation.id', 'participant.relation_id')
    .select('participant.id')
    .where('member_id', '=', member)
    .where('left_at', 'is', null)
    .where('closed_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  await setContext(trx, session.context)
  return row !== undefined
}
