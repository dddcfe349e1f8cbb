/** What other rooms may know of a meeting: as what somebody can sit at its table. */
export { type MeetingRole, meetingRoles } from './format.ts'
