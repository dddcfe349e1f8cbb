import { AppError } from '@weerklank/core/shared/errors'
import type { MeetingId, RelationId } from '@weerklank/core/shared/ids'
import { localDay } from '@weerklank/core/shared/time'
import type { Trx } from '../schema.ts'
import { plannedMeetings } from './circle-check.repository.ts'

/** Refuses a meeting that is not planned in the collaboration, or at which the reader has no place. */
export async function knownMeeting(
  trx: Trx,
  { relation, meeting }: { relation: RelationId; meeting: MeetingId | null },
): Promise<void> {
  if (meeting === null) return
  const known = await plannedMeetings(trx, relation)
  if (!known.some(({ id }) => id === meeting))
    throw new AppError('invalid-input', { fields: { meeting: 'unknown' } })
}

/** The meetings in which what comes out can be talked about, each with its day where one works. */
export async function meetingsToCome(
  trx: Trx,
  { relation, timeZone }: { relation: RelationId; timeZone: string },
): Promise<{ id: MeetingId; title: string; day: string }[]> {
  const planned = await plannedMeetings(trx, relation)
  return planned.map(({ id, title, planned_at }) => ({ id, title, day: localDay(planned_at, timeZone) }))
}
