import { liveEndpoints } from '@weerklank/core/dialogue/live.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { type MeetingId, meetingId } from '@weerklank/core/shared/ids'
import type { Context as HonoContext } from 'hono'
import {
  type MemberApi,
  type MemberSession,
  type Membership,
  openSession,
  serveInMeeting,
} from '../access/access.ts'
import type { World } from '../deps.ts'
import { eventStream } from '../http/event-stream.ts'
import type { Trx } from '../schema.ts'
import { type Asked, type Asking, beginLive, commandLive, viewLive, writeLiveText } from './live.ts'
import type { LiveTables } from './live.watch.ts'
import { placesOf } from './meeting.repository.ts'

export type LiveDeps = { world: World; tables: LiveTables; stopping: AbortSignal }

/** A meeting while it is held, for the colleagues at its table: looking, leading, writing, and the stream that tells on. */
export function serveMeetingLive(to: MemberApi, deps: LiveDeps): void {
  const { world } = deps
  serveInMeeting(to, liveEndpoints.live, async (session, { params }, trx) =>
    viewLive(trx, world, await askOf(trx, session, params.meeting)),
  )
  serveInMeeting(to, liveEndpoints.begin, async (session, { params }, trx) =>
    told(session, params.meeting, await beginLive(trx, world, await askOf(trx, session, params.meeting))),
  )
  serveInMeeting(to, liveEndpoints.command, async (session, { params, body }, trx) => {
    const ask = await askOf(trx, session, params.meeting)
    return told(session, params.meeting, await commandLive(trx, world, { ...ask, ...body }))
  })
  serveInMeeting(to, liveEndpoints.write, async (session, { params, body }, trx) => {
    const ask = await askOf(trx, session, params.meeting)
    return told(session, params.meeting, await writeLiveText(trx, world, { ...ask, text: body }))
  })
  to.api.app.get('/api/meetings/:meeting/live/events', (c) => listen(to, deps, c))
}

function told(session: MemberSession, meeting: MeetingId, { answer, isTold }: Asked) {
  if (isTold) session.changedMeetings.add(meeting)
  return answer
}

/** As which place at the table she asks: hers, as a colleague. */
async function askOf(trx: Trx, session: MemberSession, meeting: MeetingId): Promise<Asking> {
  const places = await placesOf(trx, [meeting])
  const own = places.find((one) => one.member_id === session.member.id && one.left_at === null)
  if (own === undefined) throw new AppError('not-found')
  const { workspace, context, member } = session
  return { workspace: workspace.id, meeting, context, place: own.id, roles: member.roles }
}

async function listen(to: MemberApi, deps: LiveDeps, c: HonoContext): Promise<Response> {
  const who = await to.authenticate(c, 'watching')
  if (who === null) throw new AppError('not-signed-in')
  const read = meetingId.safeParse(c.req.param('meeting'))
  if (!read.success) throw new AppError('not-found')
  const meeting = read.data
  const ask = await inSession(to, who, meeting)
  // Whoever asks for the head reads no stream, and a stream that nobody reads would never end.
  if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' })
  const isStill = async () => {
    const still = await to.authenticate(c, 'watching').catch(() => null)
    return still?.member === who.member && still.workspace === who.workspace
  }
  const watcher = { place: ask.place, by: { member: who.member }, isStill }
  return eventStream(
    c,
    (send, end) => deps.tables.watch({ workspace: who.workspace, meeting }, { ...watcher, send, end }),
    deps.stopping,
  )
}

function inSession(to: MemberApi, who: Membership, meeting: MeetingId): Promise<Asking> {
  return to.db.transaction().execute(async (trx) => {
    const session = await openSession(trx, { ...who, now: to.now() }, { meeting })
    return askOf(trx, session, meeting)
  })
}
