import type { TableEntry } from './catalogue-entry.ts'

const seen = {
  nl: 'Wie aan tafel zit, met een reden in het logboek. Wat nog niet geopend is: alleen wie het schreef.',
  en: 'Who sits at the table, with a reason in the log. What was not opened yet: only who wrote it.',
} as const

/** Meetings: the plan, who sits at the table, and what was written. */
export const meetingTables: Readonly<Record<string, TableEntry>> = {
  meeting: {
    activity: 'care',
    words: ['Gesprekken', 'Meetings'],
    personal: [
      [
        'title purpose themes questions warm_up shadow_question',
        'waar het over gaat en wat er wordt gevraagd',
        'what it is about and what is asked',
      ],
      [
        'relation_id planned_at minutes place video_url started_at ended_at status',
        'waarbij het hoort, wanneer en waar',
        'what it belongs to, when and where',
      ],
      [
        'member_ids created_by created_at changed_at',
        'welke collega’s erbij zijn, en wie het plande',
        'which colleagues are there, and who planned it',
      ],
      [
        'live',
        'wie er aan het woord was, tijdens het gesprek',
        'whose turn it was, while the meeting went on',
      ],
    ],
    technical: 'workspace_id id format format_key format_version version',
    seen,
    kept: 'meeting-notes',
  },
  meeting_place: {
    activity: 'care',
    words: ['Plekken aan tafel', 'Places at the table'],
    personal: [
      [
        'name person_id member_id participant_id voice role',
        'wie, met welke rol en stem',
        'who, with which role and voice',
      ],
      ['attends seen_at left_at changed_at', 'of en wanneer zij komt', 'whether and when she comes'],
      ['address language', 'hoe zij wordt aangesproken', 'how she is spoken to'],
    ],
    technical: 'workspace_id id meeting_id position version',
    seen,
    kept: 'meeting-notes',
  },
  meeting_link: {
    activity: 'care',
    words: ['Links naar een plek aan tafel', 'Links to a place at the table'],
    personal: [
      [
        'place_id person_id created_at expires_at revoked_at',
        'voor wie en tot wanneer een link geldt',
        'for whom and until when a link holds',
      ],
    ],
    technical: 'workspace_id token_hash meeting_id',
    seen,
    kept: 'meeting-notes',
  },
  meeting_event: {
    activity: 'care',
    words: [
      'Wat er met een gesprek is gedaan terwijl het bezig was',
      'What was done with a meeting while it went on',
    ],
    personal: [
      [
        'place_id at kind step_key reason',
        'wie het leidde, wat zij deed en waarom',
        'who led it, what she did and why',
      ],
    ],
    technical: 'workspace_id id meeting_id',
    seen,
    kept: 'meeting-notes',
  },
  meeting_text: {
    activity: 'care',
    words: ['Wat voor en in een gesprek is geschreven', 'What was written before and in a meeting'],
    personal: [
      ['body kind', 'wat iemand schreef', 'what somebody wrote'],
      [
        'place_id person_id step_key round at changed_at revealed_at',
        'wie, waarbij en wanneer; zonder naam is niemand bewaard',
        'who, with what and when; without a name nobody is kept',
      ],
    ],
    technical: 'workspace_id id meeting_id is_anonymous',
    seen,
    kept: 'meeting-notes',
  },
}
