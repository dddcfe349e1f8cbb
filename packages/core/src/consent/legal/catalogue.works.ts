import type { TableEntry } from './catalogue-entry.ts'

/** What works for us: only of whom consents to research. */
export const worksTables: Readonly<Record<string, TableEntry>> = {
  works_trace: {
    activity: 'research',
    words: ['Hoe antwoorden lagen rond wat er is gedaan', 'How answers lay around what was done'],
    personal: [
      [
        'person_id source relation_id trajectory_id instrument_id deed done_at before_count after_count nap tau_u kind context situation',
        'hoe iemands checks of doelen lagen voor en na een afspraak, herstel, gesprek of oefening',
        'how somebody’s checks or goals lay before and after an agreement, a repair, a talk or an exercise',
      ],
      [
        'colleague_ids',
        'welke collega’s toen meededen, zodat niets over één van hen gaat',
        'which colleagues took part then, so that nothing is about one of them',
      ],
    ],
    technical: 'workspace_id id subject_id told_at shared in_use',
  },
  works_told: {
    activity: 'research',
    words: [
      'Wat hier werkt, in aantallen van vijf mensen of meer',
      'What works here, in counts of five people or more',
    ],
    personal: [],
    technical: 'workspace_id source deed groups told_at',
  },
}
