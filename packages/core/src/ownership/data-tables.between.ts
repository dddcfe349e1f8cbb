import type { DataTable, Words } from './data-tables.types.ts'

const trajectory_id: Words = ['het leertraject (trajectory)', 'the learning trajectory (trajectory)']
const learner_id: Words = ['de deelnemer (learner)', 'the learner (learner)']
const changed_at: Words = ['wanneer er voor het laatst iets veranderde', 'when something last changed']

/** What comes between the meetings of a trajectory. */
export const betweenTables: Readonly<Record<string, DataTable>> = {
  nudge: {
    words: ['Seintjes tussen de bijeenkomsten', 'Nudges between the meetings'],
    common: 'workspace_id id kind title version',
    fields: {
      trajectory_id,
      card_key: ['welk kaartje', 'which card'],
      body: ['eigen woorden van de trekker', 'the lead’s own words'],
      url: ['een link erbij', 'a link with it'],
      event_id: ['vanaf welke bijeenkomst de dag telt', 'from which event its day is counted'],
      moment_id: ['vanaf welk meetmoment de dag telt', 'from which moment its day is counted'],
      offset_days: ['hoeveel dagen later', 'how many days later'],
      fixed_on: ['een vaste dag', 'a fixed day'],
      is_on: ['of het weggaat', 'whether it is sent'],
      changed_by: ['wie het veranderde (member)', 'who changed it (member)'],
      changed_at,
    },
  },
  nudge_sent: {
    words: ['Wie welk seintje kreeg', 'Who got which nudge'],
    common: 'workspace_id person_id at',
    fields: {
      nudge_id: ['welk seintje (nudge)', 'which nudge (nudge)'],
      learner_id,
      trajectory_id,
      by_mail: ['of het ook per mail ging', 'whether it went by mail too'],
    },
  },
  nudge_choice: {
    words: ['Wie geen seintjes wil', 'Who wants no nudges'],
    common: 'workspace_id person_id',
    fields: { off_since: ['sinds wanneer niet', 'since when not'], changed_at },
  },
  measure: {
    words: ['Metingen die bekeken zijn', 'Measures that were looked at'],
    common: 'workspace_id id name version',
    fields: {
      trajectory_id,
      rhythm: ['hoe vaak', 'how often'],
      people: ['aan wie', 'of whom'],
      status: ['bekeken, gepland of weggelaten', 'looked at, planned or left out'],
      reason: ['waarom', 'why'],
      made_by: ['wie het bekeek (member)', 'who looked at it (member)'],
      made_at: ['wanneer', 'when'],
      decided_at: ['wanneer erover is beslist', 'when it was decided'],
    },
  },
  work_fact: {
    words: ['Hoe het werk van deelnemers is', 'How the work of learners is'],
    common: 'workspace_id at',
    fields: {
      learner_id,
      trajectory_id,
      meetings: ['hoe vaak dezelfde cliënt', 'how often the same client'],
      stage: ['hoe ver met de meesten', 'how far with most people'],
      parents: ['hoe vaak met ouders', 'how often with parents'],
      entered_by: ['wie het overtypte (member)', 'who typed it over (member)'],
    },
  },
}
