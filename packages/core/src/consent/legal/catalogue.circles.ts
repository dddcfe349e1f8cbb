import type { TableEntry } from './catalogue-entry.ts'

const seen = {
  nl: 'Wie bij het team of netwerk hoort, met een reden in het logboek. Wat het gezin wordt gevraagd, ziet het gezin pas als het is gezegd.',
  en: 'Who belongs to the team or network, with a reason in the log. What the family is asked, the family sees once it was said.',
} as const

/** Teams and networks round one family. */
export const circleTables: Readonly<Record<string, TableEntry>> = {
  circle: {
    activity: 'care',
    words: ['Teams en netwerken', 'Teams and networks'],
    personal: [
      [
        'question kind relation_id',
        'wat zij willen uitzoeken, bij welke samenwerking',
        'what they want to find out, in which collaboration',
      ],
      [
        'starts_on ends_on midcourse_on ended_at end_reason',
        'van wanneer tot wanneer, en waarom het stopte',
        'from when to when, and why it ended',
      ],
      ['created_by created_at changed_at', 'wie het begon', 'who began it'],
    ],
    technical: 'workspace_id id version',
    seen,
  },
  circle_side: {
    activity: 'care',
    words: ['Kanten van teams en netwerken', 'Sides of teams and networks'],
    personal: [
      [
        'name is_family',
        'een organisatie, een beroep of het gezin',
        'an organisation, a profession or the family',
      ],
    ],
    technical: 'workspace_id id circle_id relation_id position',
    seen,
  },
  circle_person: {
    activity: 'care',
    words: ['Wie bij een team of netwerk hoort', 'Who belongs to a team or network'],
    personal: [
      ['participant_id side_ids', 'wie, en van welke kanten', 'who, and from which sides'],
      [
        'joined_at seen_at left_at',
        'wanneer iemand kwam, keek en wegging',
        'when somebody joined, looked and left',
      ],
    ],
    technical: 'workspace_id circle_id relation_id',
    seen,
  },
  circle_link: {
    activity: 'care',
    words: ['Links naar de pagina’s van een netwerk', 'Links to the pages of a network'],
    personal: [
      [
        'participant_id created_at expires_at revoked_at',
        'voor wie en tot wanneer een link geldt',
        'for whom and until when a link holds',
      ],
    ],
    technical: 'workspace_id token_hash circle_id relation_id',
    seen,
  },
  family_word: {
    activity: 'care',
    words: ['Wat we het gezin vragen of vertellen', 'What we ask or tell the family'],
    personal: [
      [
        'kind text answer',
        'wat het gezin wordt gevraagd of verteld, en wat het antwoordde',
        'what the family is asked or told, and what it answered',
      ],
      [
        'participant_id said_by planned_on said_at created_at changed_at',
        'wie het opschreef, wie het zegt en wanneer',
        'who wrote it down, who says it and when',
      ],
    ],
    technical: 'workspace_id id circle_id relation_id version',
    seen,
  },
}
