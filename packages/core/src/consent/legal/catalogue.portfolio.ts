import type { TableEntry } from './catalogue-entry.ts'

const hers = {
  nl: 'Alleen de deelnemer zelf, en wie zij met een eigen link iets laat zien.',
  en: 'Only the learner herself, and whom she shows something by a link of her own.',
} as const
const shared = {
  nl: 'De deelnemer zelf. Met haar toestemming voor onderzoek ook wie de monitor leest, onder een nummer.',
  en: 'The learner herself. With her consent for research also who reads the monitor, under a number.',
} as const
const asked = {
  nl: 'De deelnemer, wie schreef, en wie de deelnemer daarvoor vooraf noemde.',
  en: 'The learner, whoever wrote it, and whom the learner named for it beforehand.',
} as const
const kept = 'meeting-notes'
const whose = 'workspace_id id trajectory_id'

/** What a learner keeps of her own learning, and what she asked others. */
export const portfolioTables: Readonly<Record<string, TableEntry>> = {
  learning_attainment: {
    activity: 'learning',
    words: ['Hoe ver een leerdoel kwam', 'How far a goal came'],
    personal: [
      [
        'level said day at',
        'de stap, waaraan iemand dat merkte, en wanneer',
        'the step, what showed it, and when',
      ],
      [
        'person_id learner_id goal_id shared',
        'van wie, en of anderen het lezen',
        'whose, and whether others read it',
      ],
    ],
    technical: `${whose} in_use`,
    ...{ seen: shared, kept },
  },
  learning_exercise: {
    activity: 'learning',
    words: ['Oefeningen die iemand opschreef', 'Exercises that somebody wrote down'],
    personal: [
      ['exercise_key name day at', 'wat is geoefend en wanneer', 'what was practised and when'],
      ['kind context situation', 'met wie en waar', 'with whom and where'],
      [
        'happened insight repeat',
        'wat er gebeurde, wat iemand daarvan leerde, en of het nog eens kan',
        'what happened, what was learnt, and whether again',
      ],
      [
        'person_id learner_id shared',
        'van wie, en of anderen het lezen',
        'whose, and whether others read it',
      ],
    ],
    technical: `${whose} in_use`,
    ...{ seen: shared, kept },
  },
  learning_strategy: {
    activity: 'learning',
    words: ['Eigen plannen: als, dan', 'Plans of one’s own: if, then'],
    personal: [
      ['trigger plan fallback at dropped_at', 'het plan, en wanneer', 'the plan, and when'],
      ['person_id learner_id', 'van wie', 'whose'],
    ],
    technical: whose,
    ...{ seen: hers, kept },
  },
  portfolio_piece: {
    activity: 'learning',
    words: ['Stukken in een map', 'Pieces of a portfolio'],
    personal: [
      [
        'title body day at changed_at',
        'wat iemand van het eigen leren bewaart',
        'what somebody keeps of her learning',
      ],
      ['kind source_id', 'waar het bij hoort', 'what it belongs to'],
      ['person_id learner_id', 'van wie', 'whose'],
    ],
    technical: `${whose} opened_to`,
    ...{ seen: hers, kept },
  },
  portfolio_share: {
    activity: 'learning',
    words: ['Links naar een map', 'Links to a portfolio'],
    personal: [
      [
        'to_name from_name questions',
        'voor wie, van wie, en wat is gevraagd',
        'for whom, of whom, and what was asked',
      ],
      ['readers reader_ids is_both', 'wie het antwoord leest', 'who reads the answer'],
      [
        'made_at expires_at revoked_at seen_at answered_at',
        'hoe lang hij werkt, en wanneer hij is geopend en beantwoord',
        'how long it works, and when it was opened and answered',
      ],
      ['person_id learner_id', 'van wie', 'whose'],
    ],
    technical: `${whose} token_hash`,
    ...{ seen: hers, kept },
  },
  peer_feedback: {
    activity: 'learning',
    words: ['Wat iemand aan een deelnemer schreef', 'What somebody wrote to a learner'],
    personal: [
      ['from_name answers at', 'wie schreef, wat en wanneer', 'who wrote, what and when'],
      [
        'side readers reader_ids is_open',
        'wie het leest, en of het al open is',
        'who reads it, and whether it is open yet',
      ],
      ['person_id learner_id', 'aan wie', 'to whom'],
    ],
    technical: 'workspace_id trajectory_id share_id token_hash',
    ...{ seen: asked, kept },
  },
}
