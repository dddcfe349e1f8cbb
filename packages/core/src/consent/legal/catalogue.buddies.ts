import type { TableEntry } from './catalogue-entry.ts'

const seen = {
  nl: 'Wie het leertraject trekt, met een reden in het logboek. Maatjes zien elkaars naam. Onderzoekers zien nummers.',
  en: 'Who leads the trajectory, with a reason in the log. Buddies see each other’s names. Researchers see numbers.',
} as const
const lead = {
  nl: 'De persoon zelf, en wie het leertraject trekt. Haar maatje ziet wat zij gemeen hebben.',
  en: 'The person herself, and who leads the trajectory. Her buddy sees what they have in common.',
} as const

/** Buddies of a trajectory: the register, nothing of what they talk about. */
export const buddyTables: Readonly<Record<string, TableEntry>> = {
  buddy_round: {
    activity: 'notes',
    words: ['Voorstellen voor maatjes', 'Proposals of buddies'],
    personal: [['made_by made_at formed_at', 'wie het voorstel maakte en wanneer', 'who made it and when']],
    technical: 'workspace_id trajectory_id id number rules seed talk_days outcome version',
    seen,
  },
  buddy_pair: {
    activity: 'notes',
    words: ['Maatjes', 'Buddies'],
    personal: [
      [
        'learner_ids formed_on ended_on end_reason',
        'wie maatjes zijn en hoelang',
        'who are buddies and how long',
      ],
      ['talks talked', 'wanneer ze elkaar spraken of konden spreken', 'when they talked or could talk'],
      ['overruled reason', 'waarom de trekker ze samen zette', 'why the lead put them together'],
    ],
    technical: 'workspace_id trajectory_id id round_id points pinned follows version',
    seen,
  },
  buddy_meeting: {
    activity: 'notes',
    words: ['Dat maatjes elkaar spraken', 'That buddies met'],
    personal: [['learner_id met_on at', 'wie het meldde, en de dag', 'who reported it, and the day']],
    technical: 'workspace_id trajectory_id pair_id',
    seen,
  },
  buddy_wish: {
    activity: 'notes',
    words: ['Wensen voor een maatje', 'Wishes for a buddy'],
    personal: [
      [
        'learner_id wants languages half_days ways region themes changed_at',
        'wat iemand prettig vindt in een maatje, en wanneer zij kan',
        'what suits somebody in a buddy, and when she can',
      ],
    ],
    technical: 'workspace_id trajectory_id',
    seen: lead,
  },
  buddy_tie: {
    activity: 'notes',
    words: ['Wie geen maatjes worden', 'Who are not to be buddies'],
    personal: [
      [
        'learner_id other_id kind asked_by at',
        'met wie iemand geen maatje wordt, en of zij dat vroeg',
        'with whom somebody is not to be buddies, and whether she asked',
      ],
    ],
    technical: 'workspace_id trajectory_id id in_confidence',
    seen: lead,
  },
}
