import type { MeetingId, ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'

/** A meeting that was held, and somebody of the collaboration who was at the table. */
export type Held = {
  id: MeetingId
  format: string
  relation: RelationId
  participant: ParticipantId
  at: Instant
}

/** Who of their collaborations sat at some tables that were held; the meetings are in reach. */
export async function heldAt(trx: Trx, meetings: readonly MeetingId[]): Promise<Held[]> {
  if (meetings.length === 0) return []
  const rows = await trx
    .selectFrom('meeting')
    .innerJoin('meeting_place as place', (join) =>
      join
        .onRef('place.workspace_id', '=', 'meeting.workspace_id')
        .onRef('place.meeting_id', '=', 'meeting.id'),
    )
    .select(['meeting.id', 'format_key', 'relation_id', 'participant_id', 'ended_at'])
    .where('meeting.id', '=', anyOf(meetings))
    .where('status', '=', 'ended')
    .where('attends', '<>', 'no')
    .execute()
  return rows.flatMap(
    ({ id, format_key: format, relation_id: relation, participant_id: participant, ended_at: at }) =>
      relation === null || participant === null || at === null
        ? []
        : [{ id, format, relation, participant, at }],
  )
}
