import type { DataTable, Words } from './data-tables.types.ts'

const trajectory_id: Words = ['het leertraject (trajectory)', 'the learning trajectory (trajectory)']
const event_id: Words = ['de bijeenkomst (trajectory_event)', 'the event (trajectory_event)']
const key: Words = ['een sleutel', 'a key']
const file: Words = ['het bestand (trajectory_export)', 'the file (trajectory_export)']

/** The report of a trajectory with its quotes and files, and the survey after an open lecture. */
export const trajectoryReportTables: Readonly<Record<string, DataTable>> = {
  trajectory_report: {
    words: ['Verslagen van leertrajecten', 'Reports of learning trajectories'],
    common: 'workspace_id title version',
    fields: {
      trajectory_id,
      parts: ['de gekozen delen en de eigen tekst ertussen', 'the chosen parts and the own words in between'],
      changed_by: ['wie het laatst schreef (member)', 'who wrote last (member)'],
      changed_at: ['wanneer', 'when'],
    },
  },
  trajectory_export: {
    words: ['Bestanden van leertrajecten die zijn meegenomen', 'Files of learning trajectories that left'],
    common: 'workspace_id id title',
    fields: {
      trajectory_id,
      format: ['als welk soort bestand', 'as which kind of file'],
      made_by: ['wie het meenam (member)', 'who took it along (member)'],
      made_at: ['wanneer', 'when'],
      published_at: ['wanneer het is gepubliceerd', 'when it was published'],
      numbers: ['de aantallen die erin stonden', 'the counts that stood in it'],
    },
  },
  trajectory_export_person: {
    words: ['Wie er in zo’n bestand staat', 'Who is in such a file'],
    common: 'workspace_id person_id withdrawn_at',
    fields: {
      export_id: file,
      trajectory_id,
      is_quoted: ['of er een uitspraak van haar in staat', 'whether a quote of hers stands in it'],
    },
  },
  lecture_survey: {
    words: ['Anonieme vragen na een open bijeenkomst', 'Anonymous questions after an open event'],
    common: 'workspace_id',
    fields: {
      event_id,
      trajectory_id,
      answered: ['hoeveel mensen antwoordden', 'how many people answered'],
      used_elsewhere: [
        'of alleen het aantal van een eerdere vragenlijst bekend is',
        'whether only the number of an earlier survey is known',
      ],
      opened_by: ['wie ze opende (member)', 'who opened them (member)'],
      opened_at: ['wanneer ze opengingen', 'when they opened'],
      closes_at: ['wanneer ze vanzelf dichtgaan', 'when they close by themselves'],
      closed_at: ['wanneer ze dichtgingen', 'when they closed'],
    },
    leftOut: { token: key, token_hash: key },
  },
}

/** What is a learner's own, and what only its outcome may tell of. */
export const trajectoryReportLeftOut: Readonly<Record<string, Words>> = {
  trajectory_quote: [
    'Uitspraken waar iemand over besluit: die zijn van haar. Wat mag, staat in het verslag van het traject.',
    'Quotes that somebody decides about: they are hers. What may be shown stands in the report of the trajectory.',
  ],
  lecture_answer: [
    'Losse tellingen van anonieme vragen: bij weinig mensen is daaruit af te leiden wie wat zei. De uitkomst staat in het verslag.',
    'Single counts of anonymous questions: of few people they tell who said what. The outcome stands in the report.',
  ],
  lecture_slip: [
    'Welke vragenpagina’s zijn verstuurd: dat zegt niets van iemand, en gaat weg als de vragen dicht zijn.',
    'Which pages of questions were sent: it says nothing of anybody, and goes when the questions are closed.',
  ],
}
