import type { TableEntry } from './catalogue-entry.ts'

/** Checks of teams and networks, and what was answered in confidence. */
export const circleCheckTables: Readonly<Record<string, TableEntry>> = {
  circle_check: {
    activity: 'care',
    words: ['Checks van teams en netwerken', 'Checks of teams and networks'],
    personal: [
      [
        'asked_ids meeting_id talk_on',
        'wie er zijn gevraagd en wanneer erover wordt gepraat',
        'who are asked and when it is talked about',
      ],
      [
        'asks_from closes_at opened_at opened_by',
        'wanneer er is gevraagd en wanneer de uitkomst open ging',
        'when it asked and when the outcome opened',
      ],
      ['created_by created_at', 'wie de check maakte', 'who made the check'],
    ],
    technical:
      'workspace_id id circle_id relation_id instrument_id instrument_version min_share opened_with opened_asked version',
    seen: {
      nl: 'Wie bij het team of netwerk hoort, met een reden in het logboek.',
      en: 'Who belongs to the team or network, with a reason in the log.',
    },
  },
  circle_answer: {
    activity: 'care',
    words: ['Antwoorden op checks van teams en netwerken', 'Answers to checks of teams and networks'],
    personal: [
      [
        'participant_id side_id marks words answered_at',
        'wat iemand antwoordde, van welke kant en wanneer',
        'what somebody answered, from which side and when',
      ],
    ],
    technical: 'workspace_id check_id circle_id relation_id sealed',
    seen: {
      nl: 'Alleen wie het gaf. Anderen zien aantallen, nadat iedereen antwoordde of de tijd om is.',
      en: 'Only who gave it. Others see counts, after everybody answered or the time is over.',
    },
  },
}
