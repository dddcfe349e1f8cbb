import type { DataTable, Words } from './data-tables.types.ts'

const circle_id: Words = ['het team of netwerk (circle)', 'the team or network (circle)']
const confidential: Words = [
  'Vertrouwelijk gegeven: niemand ziet wie wat antwoordde. Wie het gaf, ziet het zelf.',
  'Given in confidence: nobody sees who answered what. Whoever gave it sees it herself.',
]

/** Checks of teams and networks: what was asked and when, and that there were answers. */
export const circleCheckTables: Readonly<Record<string, DataTable>> = {
  circle_check: {
    words: ['Checks van teams en netwerken', 'Checks of teams and networks'],
    common: 'workspace_id id relation_id instrument_id instrument_version created_by created_at version',
    fields: {
      circle_id,
      asks_from: ['vanaf wanneer er wordt gevraagd', 'from when it asks'],
      closes_at: ['tot wanneer antwoorden kan', 'until when one can answer'],
      talk_on: ['de dag waarop erover wordt gepraat', 'the day on which it is talked about'],
      meeting_id: ['het gesprek daarover (meeting)', 'the meeting about it (meeting)'],
      min_share: [
        'hoeveel van de honderd moeten antwoorden voordat er een getal komt',
        'how many in a hundred must answer before there is a number',
      ],
      asked_ids: ['wie er zijn gevraagd (participant)', 'who are asked (participant)'],
      opened_at: ['wanneer de uitkomst open ging', 'when the outcome opened'],
      opened_with: ['hoeveel antwoorden er toen waren', 'how many answers there were then'],
      opened_asked: [
        'hoeveel van de gevraagden er toen nog waren of hadden geantwoord',
        'how many of those asked were still there then, or had answered',
      ],
      opened_by: ['all-in: iedereen antwoordde · window: de tijd was om', 'all-in · window'],
    },
  },
  circle_answer: {
    words: ['Antwoorden op checks van teams en netwerken', 'Answers to checks of teams and networks'],
    common: 'workspace_id relation_id',
    fields: {
      circle_id,
      check_id: ['welke check (circle_check)', 'which check (circle_check)'],
    },
    unless: {
      field: 'sealed',
      why: [
        'Nog dicht: niemand leest een antwoord voordat de check opengaat.',
        'Still shut: nobody reads an answer before the check opens.',
      ],
    },
    leftOut: {
      participant_id: confidential,
      side_id: confidential,
      marks: confidential,
      words: confidential,
      answered_at: confidential,
      sealed: [
        'Wat dicht is gaat niet mee, dus staat hier niets.',
        'What is shut is not taken along, so there is nothing here.',
      ],
    },
  },
}
