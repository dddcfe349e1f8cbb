import type { TableEntry } from './catalogue-entry.ts'

const lead = {
  nl: 'Wie het leertraject trekt, met een reden in het logboek. De deelnemer zelf.',
  en: 'Who leads the trajectory, with a reason in the log. The learner herself.',
} as const
const herself = {
  nl: 'De persoon zelf. Wie het leertraject trekt, ziet alleen aantallen.',
  en: 'The person herself. Who leads the trajectory sees counts alone.',
} as const

/** What comes between the meetings of a trajectory. */
export const betweenTables: Readonly<Record<string, TableEntry>> = {
  nudge: {
    activity: 'notes',
    words: ['Seintjes tussen de bijeenkomsten', 'Nudges between the meetings'],
    personal: [['changed_by changed_at', 'welke collega het veranderde', 'which colleague changed it']],
    technical:
      'workspace_id id trajectory_id kind card_key title body url event_id moment_id offset_days fixed_on is_on version',
    seen: lead,
  },
  nudge_sent: {
    activity: 'notes',
    words: ['Wie welk seintje kreeg', 'Who got which nudge'],
    personal: [
      [
        'nudge_id learner_id person_id at by_mail',
        'welk seintje, wanneer en hoe',
        'which nudge, when and how',
      ],
    ],
    technical: 'workspace_id trajectory_id',
    seen: herself,
  },
  nudge_choice: {
    activity: 'notes',
    words: ['Wie geen seintjes wil', 'Who wants no nudges'],
    personal: [['person_id off_since changed_at', 'wie, en sinds wanneer', 'who, and since when']],
    technical: 'workspace_id',
    seen: herself,
  },
  measure: {
    activity: 'notes',
    words: ['Metingen die bekeken zijn', 'Measures that were looked at'],
    personal: [['made_by made_at decided_at reason', 'wie het bekeek en waarom', 'who looked at it and why']],
    technical: 'workspace_id id trajectory_id name rhythm people status version',
    seen: lead,
  },
  work_fact: {
    activity: 'notes',
    words: ['Hoe het werk van deelnemers is', 'How the work of learners is'],
    personal: [
      [
        'learner_id meetings stage parents at entered_by',
        'drie keuzes over het werk, en wie het opschreef',
        'three choices about the work, and who wrote it down',
      ],
    ],
    technical: 'workspace_id trajectory_id',
    seen: lead,
  },
}
