import type { TableEntry } from './catalogue-entry.ts'

const read = {
  nl: 'Wie het traject trekt en de onderzoekers die het lezen, onder een nummer en zonder naam. De deelnemer zelf.',
  en: 'Who leads the trajectory and the researchers who read it, by a number and without a name. The learner herself.',
} as const
const room = {
  nl: 'Niemand tot de vragen dicht zijn. Daarna aantallen, van vijf mensen of meer.',
  en: 'Nobody until the questions are closed. After that counts, of five people or more.',
} as const
const kept = 'meeting-notes'

/** The report of a trajectory with its quotes and files, and the survey after an open lecture. */
export const trajectoryReportTables: Readonly<Record<string, TableEntry>> = {
  trajectory_report: {
    activity: 'learning',
    words: ['Verslagen van leertrajecten', 'Reports of learning trajectories'],
    personal: [
      ['title parts', 'wat de schrijver opschreef', 'what the writer wrote'],
      ['changed_by changed_at', 'wie het laatst schreef en wanneer', 'who wrote last and when'],
    ],
    technical: 'workspace_id trajectory_id version',
    ...{ seen: read, kept },
  },
  trajectory_export: {
    activity: 'learning',
    words: ['Bestanden van leertrajecten die zijn meegenomen', 'Files of learning trajectories that left'],
    personal: [
      ['made_by made_at published_at', 'wie het meenam en wanneer', 'who took it along and when'],
      ['numbers', 'de aantallen die erin stonden', 'the counts that stood in it'],
    ],
    technical: 'workspace_id id trajectory_id title format',
    ...{ seen: read, kept },
  },
  trajectory_export_person: {
    activity: 'learning',
    words: ['Wie er in zo’n bestand staat', 'Who is in such a file'],
    personal: [
      [
        'person_id is_quoted',
        'wie erin staat, en of met een uitspraak',
        'who is in it, and whether with a quote',
      ],
      ['withdrawn_at', 'wanneer die de toestemming introk', 'when she withdrew her consent'],
    ],
    technical: 'workspace_id export_id trajectory_id',
    ...{ seen: read, kept },
  },
  trajectory_quote: {
    activity: 'learning',
    words: ['Uitspraken voor een verslag', 'Quotes for a report'],
    personal: [
      ['person_id learner_id pieces own_words', 'wie het zei en wat', 'who said it and what'],
      [
        'decision decided_at withdrawn_at',
        'of het in een verslag mag, en sinds wanneer',
        'whether it may stand in a report, and since when',
      ],
      ['asked_by asked_at', 'wie het vroeg en wanneer', 'who asked and when'],
    ],
    technical: 'workspace_id id trajectory_id answer_id goal_id mention_id research purpose in_use',
    ...{ seen: read, kept },
  },
  lecture_survey: {
    activity: 'learning',
    words: ['Anonieme vragen na een open bijeenkomst', 'Anonymous questions after an open event'],
    personal: [['opened_by opened_at', 'wie ze opende en wanneer', 'who opened them and when']],
    technical:
      'workspace_id event_id trajectory_id token token_hash answered used_elsewhere closes_at closed_at',
    ...{ seen: room, kept },
  },
  lecture_answer: {
    activity: 'learning',
    words: ['Getelde antwoorden na een open bijeenkomst', 'Counted answers after an open event'],
    personal: [['texts', 'losse woorden, van wie is niet bewaard', 'loose words, whose is not kept']],
    technical: 'workspace_id event_id item_key trajectory_id tally',
    ...{ seen: room, kept },
  },
  lecture_slip: {
    activity: 'learning',
    words: [
      'Verstuurde vragenpagina’s, tot de vragen dicht zijn',
      'Pages of questions sent, until the questions close',
    ],
    personal: [],
    technical: 'workspace_id event_id slip_hash',
    ...{ seen: room, kept },
  },
}
