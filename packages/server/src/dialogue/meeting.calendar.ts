import { endsAt } from '@weerklank/core/dialogue/meeting'
import { calendarFile } from '@weerklank/core/shared/calendar-file'
import type { World } from '../deps.ts'
import type { MeetingRow } from './meeting.repository.ts'

/**
 * The meeting for a calendar. Only what somebody may leave lying about in it: what the meeting is called, when and where;
 * not who comes, and no link that opens a place.
 */
export function meetingFile(of: { world: World; publicUrl: string; meeting: MeetingRow }): string {
  const { meeting } = of
  const to = endsAt({ plannedAt: meeting.planned_at, minutes: meeting.minutes })
  return calendarFile({
    uid: `${meeting.id}@${new URL(of.publicUrl).hostname}`,
    sequence: meeting.version,
    status: meeting.status === 'cancelled' ? 'cancelled' : 'confirmed',
    from: meeting.planned_at,
    to,
    madeAt: of.world.now(),
    title: meeting.title,
    place: meeting.place,
    description: meeting.purpose,
    url: meeting.video_url,
  })
}

export const calendarName = 'gesprek.ics'
