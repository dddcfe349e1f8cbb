import { afterEndpoints } from '@weerklank/core/dialogue/after.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { MeetingId } from '@weerklank/core/shared/ids'
import { type MemberApi, type MemberSession, serveInMeeting } from '../access/access.ts'
import type { Trx } from '../schema.ts'
import { planAfter } from './after.ask.ts'
import { type AtPlace, decideQuote, keepReflection, sayOfMinutes, withdrawReflection } from './after.deeds.ts'
import type { AfterDeps } from './after.deps.ts'
import { openingForMember } from './after.opening.ts'
import { afterOf } from './after.presenter.ts'
import { atOwnPlace, enforceAct, tableOf } from './after.read.ts'
import { noteAtTable } from './after.record.ts'
import { serveAfterTable } from './after.table.routes.ts'
import { endMeeting } from './meeting.status.ts'
import { serveTranscripts } from './transcript.routes.ts'

/** What comes after a meeting, for the colleagues at its table. */
export function serveAfter(to: MemberApi, deps: AfterDeps): void {
  serveReading(to, deps)
  serveEnding(to, deps)
  serveOwnWords(to, deps)
  serveAfterTable(to, deps)
  serveTranscripts(to, deps)
}

function serveReading(to: MemberApi, deps: AfterDeps): void {
  const { world } = deps
  serveInMeeting(to, afterEndpoints.getMeetingAfter, async (session, { params }, trx) => {
    const { meeting } = await tableOf(trx, session, params.meeting)
    await noteAtTable(trx, session, { world, meeting, action: 'meeting.after-read', isRead: true })
    return afterOf(trx, session, { deps, meeting: params.meeting })
  })
  serveInMeeting(to, afterEndpoints.getMeetingOpening, async (session, { params }, trx) => {
    const table = await tableOf(trx, session, params.meeting)
    await noteAtTable(trx, session, {
      world,
      meeting: table.meeting,
      action: 'meeting.opening-read',
      isRead: true,
    })
    return openingForMember(trx, session, table)
  })
}

function serveEnding(to: MemberApi, { world }: AfterDeps): void {
  serveInMeeting(to, afterEndpoints.endMeeting, async (session, { params }, trx) => {
    const table = await tableOf(trx, session, params.meeting)
    enforceAct(table, 'end')
    const { context } = session
    const meeting = await endMeeting(trx, { context, meeting: params.meeting, now: world.now() })
    await planAfter(trx, world, meeting)
    // Whoever looks on at it while it is held hears that it is over.
    session.changedMeetings.add(meeting.id)
    await noteAtTable(trx, session, { world, meeting, action: 'meeting.ended' })
    return { done: true } as const
  })
}

/** What one does at one's own place. */
function serveOwnWords(to: MemberApi, deps: AfterDeps): void {
  const { world } = deps
  serveInMeeting(to, afterEndpoints.writeReflection, async (session, { params, body }, trx) => {
    const at = await ownPlace(trx, session, { deps, meeting: params.meeting })
    await keepReflection(trx, at, body)
    const { meeting } = at
    await noteAtTable(trx, session, { world, meeting, action: 'meeting.reflection-written' })
    return afterOf(trx, session, { deps, meeting: params.meeting })
  })
  serveInMeeting(to, afterEndpoints.withdrawReflection, async (session, { params }, trx) => {
    const at = await ownPlace(trx, session, { deps, meeting: params.meeting })
    await withdrawReflection(trx, at)
    const { meeting } = at
    await noteAtTable(trx, session, { world, meeting, action: 'meeting.reflection-withdrawn' })
    return afterOf(trx, session, { deps, meeting: params.meeting })
  })
  serveInMeeting(to, afterEndpoints.decideQuote, async (session, { params, body }, trx) => {
    const at = await ownPlace(trx, session, { deps, meeting: params.meeting })
    const action = await decideQuote(trx, at, { id: params.quote, ...body })
    await noteAtTable(trx, session, { world, meeting: at.meeting, action, person: at.place.person_id })
    return afterOf(trx, session, { deps, meeting: params.meeting })
  })
  serveInMeeting(to, afterEndpoints.sayOfMinutes, async (session, { params, body }, trx) => {
    if (body.says === 'change' && body.words === '') {
      throw new AppError('invalid-input', { fields: { words: 'too_small' } })
    }
    const at = await ownPlace(trx, session, { deps, meeting: params.meeting })
    await sayOfMinutes(trx, at, body)
    await noteAtTable(trx, session, { world, meeting: at.meeting, action: 'meeting.minutes-said' })
    return afterOf(trx, session, { deps, meeting: params.meeting })
  })
}

type Asked = { deps: AfterDeps; meeting: MeetingId }

async function ownPlace(trx: Trx, session: MemberSession, { deps, meeting }: Asked): Promise<AtPlace> {
  const table = await tableOf(trx, session, meeting)
  const place = await atOwnPlace(trx, session, table)
  return {
    ...{ workspace: session.workspace, meeting: table.meeting, place, world: deps.world },
    context: { ...session.context, participants: [place.id as never] },
  }
}
