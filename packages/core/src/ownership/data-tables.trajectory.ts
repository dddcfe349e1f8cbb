import type { DataTable, Words } from './data-tables.types.ts'

const trajectory_id: Words = ['het leertraject (trajectory)', 'the learning trajectory (trajectory)']
const learner_id: Words = ['de deelnemer (learner)', 'the learner (learner)']
const moment_id: Words = ['het meetmoment (trajectory_moment)', 'the moment (trajectory_moment)']
const event_id: Words = ['de bijeenkomst (trajectory_event)', 'the event (trajectory_event)']
const changed_at: Words = ['wanneer er voor het laatst iets veranderde', 'when something last changed']
const position: Words = ['de hoeveelste in de rij', 'which one in order']
const entered_by: Words = [
  'de collega die het opschreef (member)',
  'the colleague who wrote it down (member)',
]

/** Learning trajectories: how they are composed, and the register of who takes part. */
export const trajectoryTables: Readonly<Record<string, DataTable>> = {
  trajectory: {
    words: ['Leertrajecten', 'Learning trajectories'],
    common: 'workspace_id id title member_ids created_by created_at version',
    fields: {
      purpose: ['waar het voor is', 'what it is for'],
      template_key: ['het sjabloon waarmee het begon', 'the template it began with'],
      copied_from: [
        'het traject waarvan het een kopie is (trajectory)',
        'the trajectory it is a copy of (trajectory)',
      ],
      status: [
        'draft: in de maak · running: loopt · ended: afgerond',
        'draft: being composed · running · ended',
      ],
      starts_on: ['de eerste dag', 'the first day'],
      components: ['de vijf onderdelen en wat ze invult', 'the five parts and what fulfils them'],
      lead_ids: ['de collega’s die het trekken (member)', 'the colleagues who lead it (member)'],
      learners: ['hoeveel nummers er zijn uitgegeven', 'how many numbers were given out'],
      changed_at,
      ended_at: ['wanneer het is afgerond', 'when it ended'],
      imported: [
        'wat een ingelezen bestand verder vertelde, in aantallen',
        'what else a file that was read in told, in counts',
      ],
    },
  },
  trajectory_event: {
    words: ['Bijeenkomsten van leertrajecten', 'Events of learning trajectories'],
    common: 'workspace_id id kind title at',
    fields: {
      trajectory_id,
      about: ['waar het over gaat', 'what it is about'],
      minutes: ['hoeveel minuten het duurt', 'how many minutes it takes'],
      place: ['waar', 'where'],
      video_url: ['het adres om met video mee te doen', 'the address for joining by video'],
      hours: ['voor hoeveel uur het telt', 'for how many hours it counts'],
      is_open: ['of iedereen mag komen', 'whether everyone may come'],
      position,
    },
  },
  trajectory_moment: {
    words: ['Meetmomenten van leertrajecten', 'Moments of learning trajectories'],
    common: 'workspace_id id kind title',
    fields: {
      trajectory_id,
      key: ['T0, T1 … of exit', 'T0, T1 … or exit'],
      opens_on: ['vanaf welke dag', 'from which day'],
      closes_on: ['tot en met welke dag', 'through which day'],
      form: ['de vragen', 'the questions'],
      position,
    },
  },
  learner: {
    words: ['Register van deelnemers', 'Register of learners'],
    common: 'workspace_id id person_id member_id voice language version',
    fields: {
      trajectory_id,
      number: ['het nummer in de monitor', 'the number in the monitor'],
      function: ['de functie', 'the function'],
      organisation: ['de organisatie waar zij werkt', 'the organisation she works for'],
      address: ['u of je', 'how she is spoken to: u or je'],
      status: [
        'invited: uitgenodigd · active: doet mee · stopped: gestopt · completed: klaar',
        'invited · active: takes part · stopped · completed',
      ],
      joined_at: ['wanneer zij erbij kwam', 'when she was added'],
      seen_at: ['wanneer zij haar pagina’s voor het eerst opende', 'when she first opened her pages'],
      reminded_at: ['wanneer zij het laatst een herinnering kreeg', 'when she was last reminded'],
      stopped_on: ['de dag waarop zij stopte', 'the day on which she stopped'],
      stop_reason: ['de reden, uit een lijst', 'the reason, from a list'],
      exit_talk: ['of er een gesprek was', 'whether there was a talk'],
      changed_at,
      shared: ['research: wat zij schrijft telt mee', 'research: what she writes counts'],
      in_use: ['false: de toestemming staat even stil', 'false: the consent is on hold'],
    },
  },
  learner_name: {
    words: ['Namen van deelnemers', 'Names of learners'],
    common: 'workspace_id name',
    fields: { learner_id, trajectory_id, email: ['het mailadres', 'the mail address'] },
  },
  learner_link: {
    words: ['Links naar leerpagina’s', 'Links to learning pages'],
    common: 'workspace_id created_at expires_at revoked_at',
    fields: { learner_id, trajectory_id },
    leftOut: {
      token_hash: [
        'Het kenmerk van een link: wie het kent, kan nagaan of een link hierbij hoort.',
        'The mark of a link: who knows it can find out whether a link belongs here.',
      ],
    },
  },
  moment_receipt: {
    words: ['Wat er bij een meetmoment binnenkwam', 'What came in at a moment'],
    common: 'workspace_id at',
    fields: {
      moment_id,
      learner_id,
      trajectory_id,
      way: [
        'phone: zelf, paper: op papier, mail, talk: in een gesprek, import: uit een bestand',
        'phone: by herself, paper, mail, talk, import: from a file',
      ],
      entered_by,
      discarded: ['of de inhoud is weggegooid', 'whether the content was thrown away'],
    },
  },
  event_attendance: {
    words: ['Aanwezigheid en uren', 'Attendance and hours'],
    common: 'workspace_id at',
    fields: {
      event_id,
      learner_id,
      trajectory_id,
      attended: ['of zij erbij was', 'whether she was there'],
      hours: ['voor hoeveel uur', 'for how many hours'],
      entered_by,
    },
  },
}
