import type { DataTable, Words } from './data-tables.types.ts'

const circle_id: Words = ['het team of netwerk (circle)', 'the team or network (circle)']
const wave_id: Words = ['het moment (network_wave)', 'the moment (network_wave)']
const inUse = (whose: Words): Words => [
  `of de toestemming van ${whose[0]} nu geldt`,
  `whether the consent of ${whose[1]} is in force now`,
]

/** Maps of who works with whom: rows that exist only with the consent of everybody in them. */
export const networkTables: Readonly<Record<string, DataTable>> = {
  network_wave: {
    words: ['Momenten van de kaart van wie met wie werkt', 'Moments of the map of who works with whom'],
    common: 'workspace_id id relation_id title created_by created_at',
    fields: {
      circle_id,
      opened_on: ['de eerste dag', 'the first day'],
      closes_on: ['de laatste dag', 'the last day'],
      closed_at: ['wanneer iedereen had ingevuld', 'when everybody had filled in'],
      talk_on: ['de dag waarop erover wordt gepraat', 'the day on which it is talked about'],
      meeting_id: ['het gesprek daarover (meeting)', 'the meeting about it (meeting)'],
    },
  },
  network_answer: {
    words: ['Wie de kaart invulde', 'Who filled in the map'],
    common: 'workspace_id relation_id participant_id person_id purpose',
    fields: {
      circle_id,
      wave_id,
      in_use: inUse(['deze mens', 'this person']),
      answered_at: ['wanneer', 'when'],
    },
  },
  network_tie: {
    words: ['Wie met wie werkt', 'Who works with whom'],
    common: 'workspace_id relation_id purpose',
    fields: {
      circle_id,
      wave_id,
      from_participant: ['wie het vertelt (participant)', 'who tells it (participant)'],
      from_person: ['wie het vertelt (person)', 'who tells it (person)'],
      to_participant: ['over wie (participant)', 'about whom (participant)'],
      to_person: ['over wie (person)', 'about whom (person)'],
      often: ['hoe vaak: never tot weekly', 'how often: never to weekly'],
      useful: ['of het nuttig is: not, bit of yes', 'whether it is useful: not, bit or yes'],
      from_in_use: inUse(['wie het vertelt', 'who tells it']),
      to_in_use: inUse(['wie genoemd is', 'who is named']),
    },
  },
}
