import { type MeetingStatus, mayBecome } from '@weerklank/core/dialogue/meeting'
import { AppError } from '@weerklank/core/shared/errors'
import type { MeetingId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { lockMeeting, type MeetingRow } from './meeting.repository.ts'
import type { MeetingTextTable } from './meeting.table.ts'

type Of = { context: Context; meeting: MeetingId; now: Instant }

/**
 * A meeting begins: what everyone wrote beforehand opens for the table. Begun already: nothing changes. Whether it may begin
 * is asked before (core, `mayInMeeting`); `conflict` for one that was called off or is over.
 */
export function beginMeeting(trx: Trx, of: Of): Promise<MeetingRow> {
  return become(trx, of, { status: 'live', moment: 'started_at', opens: 'preparation' })
}

/** A meeting ends: what everyone expected beforehand opens, to lay beside what it was. Ended already: nothing changes. */
export function endMeeting(trx: Trx, of: Of): Promise<MeetingRow> {
  return become(trx, of, { status: 'ended', moment: 'ended_at', opens: 'expectation' })
}

type Turn = {
  status: MeetingStatus
  moment: 'started_at' | 'ended_at'
  opens: MeetingTextTable['kind']
}

/** Done by the program itself: who leads may have come by a link, and no one opens the text of another. */
async function become(trx: Trx, of: Of, { status, moment, opens }: Turn): Promise<MeetingRow> {
  const { context, now } = of
  const program: Context = {
    ...{ workspace: context.workspace, actor: 'system', relations: [] },
    ...{ meetings: [of.meeting], purpose: 'reveal' },
  }
  await setContext(trx, program)
  const row = await lockMeeting(trx, of.meeting)
  if (row === undefined) throw new AppError('not-found')
  if (!mayBecome(row.status, status).allowed) throw new AppError('conflict')
  if (row.status !== status) {
    const change = { status, [moment]: now, changed_at: now, version: row.version + 1 }
    await trx.updateTable('meeting').set(change).where('id', '=', row.id).execute()
    await openTexts(trx, { meeting: row.id, kind: opens, now })
  }
  const made = await lockMeeting(trx, of.meeting)
  await setContext(trx, context)
  if (made === undefined) throw new AppError('not-found')
  return made
}

/** Opens the texts of one kind for everyone at the table; the context must say that it is a reveal. */
async function openTexts(
  trx: Trx,
  of: { meeting: MeetingId; kind: MeetingTextTable['kind']; now: Instant },
): Promise<void> {
  await trx
    .updateTable('meeting_text')
    .set({ revealed_at: of.now })
    .where('meeting_id', '=', of.meeting)
    .where('kind', '=', of.kind)
    .where('revealed_at', 'is', null)
    .execute()
}
