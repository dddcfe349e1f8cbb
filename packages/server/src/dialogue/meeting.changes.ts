import { formatMinutes } from '@weerklank/core/dialogue/format'
import { meetingEndpoints, type PlaceInput } from '@weerklank/core/dialogue/meeting.contract'
import { askShadow } from '@weerklank/core/dialogue/programme'
import type { MemberId } from '@weerklank/core/shared/ids'
import { type MemberApi, type MemberSession, serveInMeeting } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import type { MeetingDeps } from './meeting.deps.ts'
import { loadMeeting } from './meeting.load.ts'
import { asJson, changeMeeting, columnsOf, enforceMoment, openFor } from './meeting.open.ts'
import { keepParentsAt } from './meeting.parents.ts'
import { reachRelation, seatPeople } from './meeting.places.ts'
import { changedProgramme } from './meeting.programme.ts'
import { recordAtMeeting } from './meeting.record.ts'
import type { MeetingRow } from './meeting.repository.ts'

/** Changes of a plan: its words, its programme, its people, and whether it goes on. */
export function serveMeetingChanges(to: MemberApi, deps: MeetingDeps): void {
  const { world } = deps
  serveInMeeting(to, meetingEndpoints.editMeeting, async (session, { params, body }, trx) => {
    const { version, places, ...fields } = body
    const meeting = await openFor(trx, session, { meeting: params.meeting, act: 'plan' })
    const seated = places === undefined ? null : await seatAnew(trx, session, { deps, meeting, places })
    if (fields.plannedAt !== meeting.planned_at) enforceMoment(fields.plannedAt, world.now())
    const format = askShadow(meeting.format, fields.shadowQuestion)
    const at = { id: meeting.id, version, now: world.now() }
    await changeMeeting(trx, at, { ...columnsOf(fields), ...seated, format: asJson(format) })
    if (seated !== null) await recordAtMeeting(trx, world, { session, meeting, action: 'meeting.seated' })
    await recordAtMeeting(trx, world, { session, meeting, action: 'meeting.edited' })
    return loadMeeting(trx, { session, deps, meeting: meeting.id })
  })
  serveInMeeting(to, meetingEndpoints.changeProgramme, async (session, { params, body }, trx) => {
    const meeting = await openFor(trx, session, { meeting: params.meeting, act: 'plan' })
    const by = { by: session.member.name, at: world.now() }
    const format = changedProgramme(meeting.format, body.change, by)
    const at = { id: meeting.id, version: body.version, now: by.at }
    await changeMeeting(trx, at, { format: asJson(format), minutes: formatMinutes(format) })
    await recordAtMeeting(trx, world, { session, meeting, action: 'meeting.programme-changed' })
    return loadMeeting(trx, { session, deps, meeting: meeting.id })
  })
  serveTable(to, deps)
}

type Seating = { deps: MeetingDeps; meeting: MeetingRow; places: readonly PlaceInput[] }

/** Brings the table to what was said; gives what the meeting has to keep of that, in the context of the session. */
async function seatAnew(
  trx: Trx,
  session: MemberSession,
  { deps, meeting: { id, relation_id: relation, created_by: maker }, places }: Seating,
): Promise<{ member_ids: MemberId[] }> {
  await openFor(trx, session, { meeting: id, act: 'invite' })
  await reachRelation(trx, session, relation)
  const of = { session, world: deps.world, meeting: { id, relation, maker } }
  const member_ids = await seatPeople(trx, of, places)
  await setContext(trx, session.context)
  await keepParentsAt(trx, { session, deps, meeting: id }, places)
  await setContext(trx, session.context)
  return { member_ids }
}

function serveTable(to: MemberApi, deps: MeetingDeps): void {
  const { world } = deps
  serveInMeeting(to, meetingEndpoints.seatPeople, async (session, { params, body }, trx) => {
    const meeting = await openFor(trx, session, { meeting: params.meeting, act: 'invite' })
    const { id } = meeting
    const seated = await seatAnew(trx, session, { deps, meeting, places: body.places })
    await changeMeeting(trx, { id, version: body.version, now: world.now() }, seated)
    await recordAtMeeting(trx, world, { session, meeting, action: 'meeting.seated' })
    return loadMeeting(trx, { session, deps, meeting: id })
  })
  serveInMeeting(to, meetingEndpoints.cancelMeeting, async (session, { params, body }, trx) => {
    const meeting = await openFor(trx, session, { meeting: params.meeting, act: 'cancel' })
    const status = body.cancelled ? 'cancelled' : 'planned'
    const done = body.cancelled ? 'meeting.cancelled' : 'meeting.replanned'
    // Where it stood so already, she only looks.
    const action = meeting.status === status ? 'meeting.read' : done
    if (action === done) {
      const { id, version } = meeting
      await changeMeeting(trx, { id, version, now: world.now() }, { status })
    }
    await recordAtMeeting(trx, world, { session, meeting, action })
    return loadMeeting(trx, { session, deps, meeting: meeting.id })
  })
}
