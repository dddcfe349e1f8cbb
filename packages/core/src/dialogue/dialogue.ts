/** What somebody can be at the table. A role belongs to one meeting; it says nothing about what a person is outside of it. */
export const meetingRoles = [
  'facilitator',
  'host',
  'participant',
  'witness',
  'recorder',
  'timekeeper',
  'presenter',
  'interviewer',
  'reflecting-team',
  'client',
  'consultant',
] as const
export type MeetingRole = (typeof meetingRoles)[number]
