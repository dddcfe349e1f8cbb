import type { TableEntry } from './catalogue-entry.ts'

const seen = {
  nl: 'Wie het opschreef, tot zij het deelt. Daarna wie aan de samenwerking meedoet, met een reden in het logboek, en de persoon over wie het gaat.',
  en: 'Who wrote it down, until she shares it. After that who takes part in the collaboration, with a reason in the log, and the person it is about.',
} as const

/** Strain in collaborations and its repair. */
export const repairTables: Readonly<Record<string, TableEntry>> = {
  rupture: {
    activity: 'care',
    words: ['Wat er schuurde', 'Strain in working together'],
    personal: [
      ['kind markers salience body', 'wat een collega opmerkte', 'what a colleague noticed'],
      [
        'id relation_id participant_id author_id',
        'met wie, en wie het opschreef',
        'with whom, and who wrote it down',
      ],
      [
        'noticed_at changed_at shared_at closed_at',
        'wanneer, en sinds wanneer het bij het dossier hoort',
        'when, and since when it is part of the file',
      ],
      [
        'agreement_id review_on outcome',
        'wat is afgesproken en hoe het afliep',
        'what was agreed and how it ended',
      ],
    ],
    technical: 'workspace_id version',
    seen,
  },
  supervision_share: {
    activity: 'care',
    words: ['Met wie een samenwerking is gedeeld voor supervisie', 'Sharing a collaboration for supervision'],
    personal: [
      ['question', 'de vraag bij het meekijken', 'the question for looking along'],
      [
        'relation_id sharer_id supervisor_id shared_at ends_at ended_at ended_by',
        'met wie, door wie, en van wanneer tot wanneer',
        'with whom, by whom, and from when until when',
      ],
    ],
    technical: 'workspace_id id',
    seen: {
      nl: 'Wie aan de samenwerking meedoet, met wie het is gedeeld, en de personen over wie het gaat.',
      en: 'Who takes part in the collaboration, with whom it is shared, and the people it is about.',
    },
  },
  own_challenge: {
    activity: 'notes',
    words: ['Wat een collega bij zichzelf herkende', 'What a colleague recognised in herself'],
    personal: [
      ['challenge outcome', 'wat, en wat zij ermee deed', 'what, and what she did with it'],
      [
        'author_id relation_id at changed_at closed_at',
        'van wie, waarbij en wanneer',
        'whose, with what and when',
      ],
    ],
    technical: 'workspace_id id',
  },
  rupture_step: {
    activity: 'care',
    words: ['Stappen om het te herstellen', 'Steps of repair'],
    personal: [
      ['step state body', 'wat er is gezegd of gedaan', 'what was said or done'],
      [
        'rupture_id relation_id participant_id author_id done_by at shared_at',
        'met wie, door wie en wanneer',
        'with whom, by whom and when',
      ],
    ],
    technical: 'workspace_id',
    seen,
  },
}
