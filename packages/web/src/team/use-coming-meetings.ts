import { useQuery } from '@tanstack/react-query'
import type { MeetingSummary } from '@weerklank/core/dialogue/meeting.contract'
import { type Day, localDay } from '@weerklank/core/shared/time'
import { useMe } from '../access/access.ts'
import { roundMeetingsQuery } from './team.queries.ts'

/** A meeting that is still to come, with its day where one works. */
export type ComingMeeting = MeetingSummary & { day: Day }

/** The meetings to come at whose table one sits, soonest first. */
export function useComingMeetings(): ComingMeeting[] {
  const { timeZone } = useMe().workspace
  const meetings = useQuery(roundMeetingsQuery).data?.meetings ?? []
  return meetings
    .filter(({ status }) => status === 'planned')
    .map((meeting) => ({ ...meeting, day: localDay(meeting.plannedAt, timeZone) }))
    .toSorted((a, b) => (a.plannedAt < b.plannedAt ? -1 : 1))
}
