import type { TableEntry } from './catalogue-entry.ts'

const seen = {
  nl: 'Wie bij het team of netwerk hoort, als het moment gesloten is. Tot dan ziet ieder alleen wat die zelf vertelde.',
  en: 'Who belongs to the team or network, once the moment is shut. Until then everybody sees only what she told herself.',
} as const

/** Maps of who works with whom: with the consent of everybody on them, and gone when it is withdrawn. */
export const networkTables: Readonly<Record<string, TableEntry>> = {
  network_wave: {
    activity: 'care',
    words: ['Momenten van de kaart van wie met wie werkt', 'Moments of the map of who works with whom'],
    personal: [
      [
        'title opened_on closes_on closed_at',
        'welk moment, van wanneer tot wanneer',
        'which moment, from when to when',
      ],
      ['talk_on meeting_id', 'wanneer erover wordt gepraat', 'when it is talked about'],
      ['created_by created_at', 'wie het begon', 'who began it'],
    ],
    technical: 'workspace_id id circle_id relation_id',
  },
  network_answer: {
    activity: 'care',
    words: ['Wie de kaart invulde', 'Who filled in the map'],
    personal: [['participant_id person_id answered_at', 'wie invulde en wanneer', 'who filled in and when']],
    technical: 'workspace_id circle_id relation_id wave_id purpose in_use',
    seen,
  },
  network_tie: {
    activity: 'care',
    words: ['Wie met wie werkt', 'Who works with whom'],
    personal: [
      [
        'from_participant from_person to_participant to_person often useful',
        'met wie iemand werkt, hoe vaak en of dat nuttig is',
        'with whom somebody works, how often and whether that is useful',
      ],
    ],
    technical: 'workspace_id circle_id relation_id wave_id purpose from_in_use to_in_use',
    seen,
  },
}
