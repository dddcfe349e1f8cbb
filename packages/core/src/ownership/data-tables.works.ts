import type { DataTable } from './data-tables.types.ts'

/** What works for us: how checks lay around what was done, and what is told of it. */
export const worksTables: Readonly<Record<string, DataTable>> = {
  works_trace: {
    words: [
      'Hoe checks lagen rond een afspraak, herstel of gesprek',
      'How checks lay around an agreement, a repair or a talk',
    ],
    common: 'workspace_id id person_id relation_id kind context situation instrument_id',
    fields: {
      source: [
        'of het over een samenwerking, een team of een leertraject gaat',
        'whether it is of a collaboration, a team or a trajectory',
      ],
      trajectory_id: ['het traject', 'the trajectory'],
      subject_id: [
        'de afspraak, het herstel, het gesprek, de oefening of het doel',
        'the agreement, the repair, the meeting, the exercise or the goal',
      ],
      deed: ['wat er gedaan is', 'what was done'],
      colleague_ids: ['welke collega’s toen meededen (member)', 'which colleagues took part then (member)'],
      done_at: ['wanneer dat was', 'when that was'],
      before_count: ['hoeveel checks ervoor tellen', 'how many checks before it count'],
      after_count: ['hoeveel checks erna tellen', 'how many checks after it count'],
      nap: [
        'hoe vaak een check erna hoger lag, van alle paren (0 tot 1)',
        'how often a check after it lay higher, of all pairs (0 to 1)',
      ],
      tau_u: [
        'hetzelfde, zonder wat er al steeg (Tau-U)',
        'the same, without what was rising already (Tau-U)',
      ],
      told_at: ['sinds wanneer het meetelt in wat verteld wordt', 'since when it counts in what is told'],
    },
    leftOut: {
      shared: ['staat altijd op onderzoek', 'always says research'],
      in_use: [
        'of de toestemming nu geldt; die staat apart',
        'whether the consent holds now; that stands apart',
      ],
    },
  },
  works_told: {
    words: ['Wat hier werkt, in aantallen', 'What works here, in counts'],
    common: 'workspace_id',
    fields: {
      source: ['over wie het gaat', 'whom it is about'],
      deed: ['wat er gedaan is', 'what was done'],
      groups: [
        'hoeveel mensen het betreft en hoe het daarna ging, per groep',
        'of how many people it tells and how it went afterwards, per group',
      ],
      told_at: ['wanneer het zo is verteld', 'when it was told like this'],
    },
  },
}
