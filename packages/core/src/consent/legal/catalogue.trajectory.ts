import type { TableEntry } from './catalogue-entry.ts'

const led = {
  nl: 'Wie het traject trekt, met een reden in het logboek. De deelnemer zelf. In de monitor staan nummers, geen namen.',
  en: 'Who leads the trajectory, with a reason in the log. The learner herself. In the monitor are numbers, no names.',
} as const
const kept = 'meeting-notes'

/** Learning trajectories: the plan, and the register of who takes part. What learners write is described beside it. */
export const trajectoryTables: Readonly<Record<string, TableEntry>> = {
  trajectory: {
    activity: 'learning',
    words: ['Leertrajecten', 'Learning trajectories'],
    personal: [
      ['title purpose components', 'waar het over gaat', 'what it is about'],
      [
        'status starts_on ended_at created_at changed_at',
        'wanneer het loopt en hoe het ervoor staat',
        'when it runs and how it stands',
      ],
      [
        'lead_ids member_ids created_by',
        'welke collega’s het trekken of de monitor lezen',
        'which colleagues lead it or read its monitor',
      ],
    ],
    technical: 'workspace_id id template_key copied_from learners version imported',
    ...{ seen: led, kept },
  },
  trajectory_event: {
    activity: 'learning',
    words: ['Bijeenkomsten van leertrajecten', 'Events of learning trajectories'],
    personal: [['title about at minutes place video_url', 'wat, wanneer en waar', 'what, when and where']],
    technical: 'workspace_id id trajectory_id kind hours is_open position',
    ...{ seen: led, kept },
  },
  trajectory_moment: {
    activity: 'learning',
    words: ['Meetmomenten van leertrajecten', 'Moments of learning trajectories'],
    personal: [['title opens_on closes_on', 'wat er wordt gevraagd en wanneer', 'what is asked and when']],
    technical: 'workspace_id id trajectory_id key kind form position',
    ...{ seen: led, kept },
  },
  learner: {
    activity: 'learning',
    words: ['Register van deelnemers', 'Register of learners'],
    personal: [
      [
        'person_id member_id number function organisation voice',
        'wie, met welk nummer, van welke organisatie',
        'who, under which number, of which organisation',
      ],
      [
        'status joined_at seen_at reminded_at changed_at',
        'of en sinds wanneer iemand meedoet',
        'whether and since when somebody takes part',
      ],
      [
        'stopped_on stop_reason exit_talk',
        'of iemand stopte, een reden uit een lijst, en of er een gesprek was',
        'whether somebody stopped, a reason from a list, and whether there was a talk',
      ],
      ['shared in_use', 'of wat iemand schrijft meetelt', 'whether what somebody writes counts'],
      ['address language', 'hoe iemand wordt aangesproken', 'how somebody is spoken to'],
    ],
    technical: 'workspace_id id trajectory_id version',
    ...{ seen: led, kept },
  },
  learner_name: {
    activity: 'learning',
    words: ['Namen van deelnemers', 'Names of learners'],
    personal: [['name email', 'hoe iemand heet en bereikt wordt', 'how somebody is named and reached']],
    technical: 'workspace_id learner_id trajectory_id',
    ...{ seen: led, kept },
  },
  learner_link: {
    activity: 'learning',
    words: ['Links naar leerpagina’s', 'Links to learning pages'],
    personal: [
      [
        'learner_id created_at expires_at revoked_at',
        'voor wie en tot wanneer een link geldt',
        'for whom and until when a link holds',
      ],
    ],
    technical: 'workspace_id token_hash trajectory_id',
    ...{ seen: led, kept },
  },
  moment_receipt: {
    activity: 'learning',
    words: ['Wat er bij een meetmoment binnenkwam', 'What came in at a moment'],
    personal: [
      [
        'learner_id moment_id way at entered_by discarded',
        'dat er iets binnenkwam, hoe, en of het is weggegooid; nooit wat erin stond',
        'that something came in, how, and whether it was thrown away; never what it said',
      ],
    ],
    technical: 'workspace_id trajectory_id',
    ...{ seen: led, kept },
  },
  event_attendance: {
    activity: 'learning',
    words: ['Aanwezigheid en uren', 'Attendance and hours'],
    personal: [
      [
        'learner_id event_id attended hours at entered_by',
        'wie erbij was, hoeveel uur, en wie dat opschreef',
        'who was there, for how many hours, and who wrote it down',
      ],
    ],
    technical: 'workspace_id trajectory_id',
    ...{ seen: led, kept },
  },
}
