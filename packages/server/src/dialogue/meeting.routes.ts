import { meetingEndpoints } from '@weerklank/core/dialogue/meeting.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { Instant } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveInMeeting, serveOverRelations } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import { Download } from '../http/download.ts'
import type { Trx } from '../schema.ts'
import { asParticipant } from './guest/guest.door.ts'
import { keepSaid } from './meeting.beforehand.ts'
import { calendarName, meetingFile } from './meeting.calendar.ts'
import { serveMeetingChanges } from './meeting.changes.ts'
import type { MeetingDeps } from './meeting.deps.ts'
import { serveLinks } from './meeting.links.ts'
import { loadMeeting } from './meeting.load.ts'
import { meetingIn } from './meeting.open.ts'
import { planMeeting } from './meeting.plan.ts'
import { presentSummary, rightsOf } from './meeting.presenter.ts'
import { recordAtMeeting } from './meeting.record.ts'
import * as repository from './meeting.repository.ts'

/** Planning meetings: who comes, by which programme, what is asked beforehand. */
export function serveMeetings(to: MemberApi, deps: MeetingDeps): void {
  const { world } = deps
  serveOverRelations(to, meetingEndpoints.listMeetings, async (session, _input, trx) => {
    await recordOwn(trx, world, { session, action: 'meeting.listed' })
    return list(trx, session, world.now())
  })
  serveOverRelations(to, meetingEndpoints.planMeeting, async (session, { body }, trx) => {
    await planMeeting(trx, session, { deps, body })
    return loadMeeting(trx, { session, deps, meeting: body.id })
  })
  serveInMeeting(to, meetingEndpoints.getMeeting, async (session, { params }, trx) => {
    const meeting = await meetingIn(trx, params.meeting)
    await recordAtMeeting(trx, world, { session, meeting, action: 'meeting.read' })
    return loadMeeting(trx, { session, deps, meeting: meeting.id })
  })
  serveInMeeting(to, meetingEndpoints.meetingCalendar, async (session, { params }, trx) => {
    const meeting = await meetingIn(trx, params.meeting)
    await recordAtMeeting(trx, world, { session, meeting, action: 'meeting.read' })
    return new Download({
      name: calendarName,
      type: 'text/calendar',
      text: meetingFile({ ...deps, meeting }),
    })
  })
  serveBeforehand(to, deps)
  serveMeetingChanges(to, deps)
  serveLinks(to, deps)
}

function serveBeforehand(to: MemberApi, deps: MeetingDeps): void {
  const { world } = deps
  serveInMeeting(to, meetingEndpoints.answerBeforehand, async (session, { params, body }, trx) => {
    const meeting = await meetingIn(trx, params.meeting)
    const places = await repository.placesOf(trx, [meeting.id])
    const { own } = rightsOf(meeting, places, session.member.id)
    if (own === undefined) throw new AppError('not-allowed')
    await setContext(trx, { ...session.context, participants: [asParticipant(own.id)] })
    const { late } = await keepSaid(trx, { world, meeting, place: own }, body)
    if (late.length > 0) throw new AppError('conflict')
    await recordAtMeeting(trx, world, { session, meeting, action: 'meeting.answered', place: own })
    return loadMeeting(trx, { session, deps, meeting: meeting.id })
  })
}

async function list(trx: Trx, session: MemberSession, now: Instant) {
  const rows = await repository.meetingsOf(trx, session.member.id, 300)
  const meetings = rows.map((row) => row.id)
  await setContext(trx, { ...session.context, meetings })
  const places = await repository.placesOf(trx, meetings)
  return { meetings: rows.map((row) => presentSummary(row, places)), now }
}
