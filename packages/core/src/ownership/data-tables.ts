import type { Bilingual } from '../shared/language.ts'
import { afterTables } from './data-tables.after.ts'
import { analysisTables } from './data-tables.analysis.ts'
import { betweenTables } from './data-tables.between.ts'
import { buddyTables } from './data-tables.buddies.ts'
import { circleCheckTables } from './data-tables.circle-checks.ts'
import { circleTables } from './data-tables.circles.ts'
import { collaborationTables } from './data-tables.collaboration.ts'
import { formatTables } from './data-tables.formats.ts'
import { glossaryLeftOut, glossaryTables } from './data-tables.glossary.ts'
import { learningTables } from './data-tables.learning.ts'
import { libraryTables } from './data-tables.library.ts'
import { meetingTables } from './data-tables.meetings.ts'
import { networkTables } from './data-tables.network.ts'
import { pictureTables } from './data-tables.pictures.ts'
import { portfolioLeftOut } from './data-tables.portfolio.ts'
import { practiceLeftOut, practiceTables } from './data-tables.practice.ts'
import { programTables } from './data-tables.programs.ts'
import { repairTables } from './data-tables.repair.ts'
import { roundTables } from './data-tables.rounds.ts'
import { trajectoryTables } from './data-tables.trajectory.ts'
import { trajectoryReportLeftOut, trajectoryReportTables } from './data-tables.trajectory-report.ts'
import { trustTables } from './data-tables.trust.ts'
import type { DataTable, Words } from './data-tables.types.ts'
import { worksTables } from './data-tables.works.ts'

export type { DataTable, Words } from './data-tables.types.ts'

/** Fields that mean the same wherever they stand. */
const commonFields: Readonly<Record<string, Words>> = {
  workspace_id: ['de organisatie', 'the organisation'],
  id: ['het eigen nummer van deze regel', 'the number of this line itself'],
  relation_id: ['de samenwerking (relation)', 'the collaboration (relation)'],
  participant_id: [
    'wie het is in die samenwerking (participant)',
    'who it is in that collaboration (participant)',
  ],
  person_id: ['wie het is (person)', 'who it is (person)'],
  member_id: ['de collega (member)', 'the colleague (member)'],
  contact_id: ['het contact waarbij het hoort (contact)', 'the contact it belongs to (contact)'],
  invitation_id: ['de vraag waarbij het hoort (invitation)', 'the question it belongs to (invitation)'],
  response_id: ['het antwoord waarbij het hoort (response)', 'the answer it belongs to (response)'],
  agreement_id: ['de afspraak (agreement)', 'the agreement (agreement)'],
  round_id: ['de peiling (round)', 'the round (round)'],
  export_id: ['het bestand voor onderzoek (research_export)', 'the file for research (research_export)'],
  instrument_id: ['welke vragenlijst', 'which set of questions'],
  instrument_version: ['welke versie van de vragenlijst', 'which version of the questions'],
  created_at: ['wanneer het is gemaakt', 'when it was made'],
  created_by: ['de collega die het maakte (member)', 'the colleague who made it (member)'],
  at: ['wanneer', 'when'],
  kind: ['welke soort', 'which kind'],
  name: ['de naam of schuilnaam', 'the name or pseudonym'],
  title: ['de titel', 'the title'],
  language: ['de taal: nl of en', 'the language: nl or en'],
  purpose: ['waarvoor', 'what for'],
  expires_at: ['tot wanneer het geldt', 'until when it holds'],
  revoked_at: ['wanneer het is ingetrokken', 'when it was withdrawn'],
  member_ids: ['de collega’s die erbij horen (member)', 'the colleagues who belong to it (member)'],
  lane: ['welke keten van het logboek', 'which chain of the log'],
  seq: ['de hoeveelste schakel van die keten', 'which link of that chain'],
  hash: ['het zegel van de schakel', 'the seal of the link'],
  voice: ['als wie iemand spreekt', 'as whom someone speaks'],
  context: ['de context: micro, meso of exo', 'the context: micro, meso or exo'],
  situation: ['de situatie', 'the situation'],
  answers: ['de antwoorden, per vraag', 'the answers, per question'],
  outcome: ['wat ermee is gedaan', 'what was done with it'],
  version: ['hoe vaak het is veranderd', 'how often it was changed'],
  withdrawn_at: ['wanneer de toestemming is ingetrokken', 'when the consent was withdrawn'],
}

/** Every table that is taken along, in the order of the explanation. */
export const dataTables: Readonly<Record<string, DataTable>> = {
  ...collaborationTables,
  ...roundTables,
  ...repairTables,
  ...betweenTables,
  ...buddyTables,
  ...analysisTables,
  ...pictureTables,
  ...formatTables,
  ...practiceTables,
  ...libraryTables,
  ...meetingTables,
  ...afterTables,
  ...circleTables,
  ...glossaryTables,
  ...networkTables,
  ...circleCheckTables,
  ...trajectoryTables,
  ...trajectoryReportTables,
  ...learningTables,
  ...trustTables,
  ...worksTables,
  ...programTables,
}

/** Tables that are not taken along at all, and why. */
export const tablesLeftOut: Readonly<Record<string, Words>> = {
  ...portfolioLeftOut,
  ...practiceLeftOut,
  ...trajectoryReportLeftOut,
  ...glossaryLeftOut,
  working_note: [
    'Werkaantekeningen zijn van de schrijver alleen. Niemand anders krijgt ze, ook de organisatie niet.',
    'Working notes belong to their author alone. Nobody else gets them, not even the organisation.',
  ],
  own_challenge: [
    'Wat iemand bij zichzelf herkende: dat is van haar alleen. Ook de organisatie krijgt het niet.',
    'What somebody recognised in herself: that is hers alone. The organisation does not get it either.',
  ],
  person_account: [
    'Eigen accounts van cliënten, ouders en jongeren: die zijn van henzelf. De organisatie ziet ze niet.',
    'Accounts of clients, parents and youths: those are their own. The organisation does not see them.',
  ],
  round_tally: [
    'Losse tellingen van peilingen: daaruit is bij kleine groepen af te leiden wie wat zei. Neem de uitkomst mee op de pagina van de peiling.',
    'Single counts of anonymous rounds: in small groups they tell who said what. Take the outcome along on the page of the round.',
  ],
  round_view_tally: [
    'Losse tellingen van wat groepen over elkaar zeiden: net zo. De uitkomst staat op de pagina van de peiling.',
    'Single counts of what groups said about each other: likewise. The outcome stands on the page of the round.',
  ],
  round_words: [
    'Woorden uit peilingen: zie de uitkomst op de pagina van de peiling.',
    'Words from anonymous rounds: see the outcome on the page of the round.',
  ],
  round_ticket: [
    'Kaartjes waarmee iemand één keer mag antwoorden: dat zijn sleutels.',
    'Tickets by which someone may answer once: those are keys.',
  ],
}

/** Wordings that are the same for every organisation, taken along so that the answers can be read. */
export const sharedTables: Readonly<Record<string, DataTable>> = {
  instrument_version: {
    words: ['De vragenlijsten, met hun schaal en telling', 'The questions, with their scale and scoring'],
    common: 'instrument_id',
    fields: {
      version: ['de versie', 'the version'],
      definition: ['de hele tekst', 'the whole text'],
    },
  },
  consent_text: {
    words: ['De teksten waarop mensen ja of nee zeiden', 'The texts to which people said yes or no'],
    common: 'purpose',
    fields: {
      version: ['de versie', 'the version'],
      definition: ['de hele tekst', 'the whole text'],
    },
  },
}

export type DataField = { name: string; words: Bilingual }

/** The fields of a table that are taken along, each with its words; throws for a field that nobody described. */
export function fieldsOf(table: DataTable): DataField[] {
  const common = table.common.split(' ').filter((name) => name !== '')
  const described = common.map((name): [string, Words | undefined] => [name, commonFields[name]])
  return [...described, ...Object.entries(table.fields ?? {})].map(([name, words]) => {
    if (words === undefined) throw new Error(`Nobody described the field ${name}`)
    return { name, words: { nl: words[0], en: words[1] } }
  })
}
