import { formatMinutes } from '@weerklank/core/dialogue/format'
import type { MeetingPlan } from '@weerklank/core/dialogue/meeting.contract'
import { firstProgramme } from '@weerklank/core/dialogue/programme'
import { AppError } from '@weerklank/core/shared/errors'
import type { MeetingId, RelationId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { formatToHold } from './formats.ts'
import type { MeetingDeps } from './meeting.deps.ts'
import { asJson, columnsOf, enforceMoment } from './meeting.open.ts'
import { keepParentsAt } from './meeting.parents.ts'
import { reachRelation, seatPeople } from './meeting.places.ts'
import { recordAtMeeting } from './meeting.record.ts'
import * as repository from './meeting.repository.ts'

type Planned = MeetingPlan & {
  id: MeetingId
  relation: RelationId | null
  format: string
  places: Parameters<typeof seatPeople>[2]
}

/** Plans a meeting of the sender's; the same once more, as after an answer that got lost, changes nothing. */
export async function planMeeting(
  trx: Trx,
  session: MemberSession,
  { deps, body }: { deps: MeetingDeps; body: Planned },
): Promise<void> {
  const { world } = deps
  const { id, relation, format: key, places, ...fields } = body
  // Who works along from another organisation takes part; what is planned here is planned by the house.
  if (session.member.roles.includes('guest')) throw new AppError('not-allowed')
  const format = await formatToHold(trx, deps.formats, key)
  if (format === undefined) throw new AppError('invalid-input', { fields: { format: 'unknown' } })
  if (!places.some(({ member }) => member === session.member.id)) {
    throw new AppError('invalid-input', { fields: { places: 'without-yourself' } })
  }
  const context = { ...(await reachRelation(trx, session, relation)), meetings: [id] }
  if (relation !== null && !context.relations.includes(relation)) {
    throw new AppError('invalid-input', { fields: { relation: 'unknown' } })
  }
  await setContext(trx, context)
  const known = await repository.findMeeting(trx, id)
  if (known !== undefined) {
    if (known.created_by !== session.member.id) throw new AppError('conflict')
    return
  }
  enforceMoment(fields.plannedAt, world.now())
  const programme = firstProgramme(format, fields.shadowQuestion)
  const now = world.now()
  const isNew = await repository.insertMeeting(trx, {
    ...{ workspace_id: session.workspace.id, id, relation_id: relation, status: 'planned', version: 1 },
    ...columnsOf(fields),
    ...{ format: asJson(programme), format_key: format.key, format_version: format.version },
    ...{ minutes: formatMinutes(programme), member_ids: membersOf(places) },
    ...{ created_by: session.member.id, created_at: now, changed_at: now, started_at: null, ended_at: null },
    live: null,
  })
  if (!isNew) throw new AppError('conflict')
  const meeting = { id, relation, maker: session.member.id }
  await seatPeople(trx, { session, world, meeting }, places)
  await keepParentsAt(trx, { session, deps, meeting: id }, places)
  await recordAtMeeting(trx, world, {
    ...{ session, action: 'meeting.planned', meeting: { id, relation_id: relation } },
  })
}

const membersOf = (places: Planned['places']) => places.flatMap(({ member }) => member ?? [])
