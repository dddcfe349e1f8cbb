import { AppError } from '@weerklank/core/shared/errors'
import { debriefEndpoints, debriefFormat } from '@weerklank/core/team/debrief.contract'
import { type MemberApi, type MemberSession, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import type { ConsentDeps } from '../consent/consent.ts'
import { setContext } from '../db/context.ts'
import { beginNow, loadFormats } from '../dialogue/dialogue.ts'
import type { Trx } from '../schema.ts'
import { type AtCircle, memberAt, writerAt } from './circle.at.ts'

/** A debrief of five minutes, now, with everybody of the team or network at the table. */
export function serveDebrief(to: MemberApi, deps: ConsentDeps): void {
  const formats = loadFormats()
  const { world } = deps
  serveInRelation(to, debriefEndpoints.beginDebrief, async (session, { params, body }, trx) => {
    const { relation } = params
    const at = await memberAt(trx, session, { world, relation })
    writerAt(at)
    const people = await comingTo(trx, session, at)
    await setContext(trx, session.context)
    const beginning = { id: body.id, relation, format: debriefFormat, people }
    await beginNow(trx, session, { deps: { ...deps, formats }, ...beginning })
    await recordDeed(trx, world, { session, relation, action: 'circle.debrief-begun', subject: body.id })
    return { meeting: body.id }
  })
}

/** Everybody who is there; who asks it too, also when she is of the collaboration and was not put in the circle. */
async function comingTo(trx: Trx, session: MemberSession, at: AtCircle) {
  const people = at.circle.people
    .filter(({ left_at }) => left_at === null)
    .map(({ participant_id: participant, member_id: member, name, voice, address, language }) => ({
      ...{ participant, member, name, voice, address, language },
    }))
  if (people.some(({ member }) => member === session.member.id)) return people
  const own = await trx
    .selectFrom('participant')
    .select(['id', 'name', 'voice', 'address', 'language'])
    .where('id', '=', at.me)
    .executeTakeFirst()
  if (own === undefined) throw new AppError('not-allowed')
  const { id: participant, ...self } = own
  return [{ participant, member: session.member.id, ...self }, ...people]
}
