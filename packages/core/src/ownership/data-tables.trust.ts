import type { DataTable } from './data-tables.types.ts'

const key = ['een sleutel: wie hem heeft, komt binnen', 'a key: who has it comes in'] as const
const letter = ['er kan een persoonlijke link in staan', 'it may hold a personal link'] as const

/** Consent, research, the record, and what keeps the installation going. */
export const trustTables: Readonly<Record<string, DataTable>> = {
  person_link: {
    words: ['Links naar een eigen pagina', 'Links to a page of one’s own'],
    common: 'workspace_id person_id created_at expires_at revoked_at',
    leftOut: { token_hash: key },
  },
  person_request: {
    words: ['Wat mensen vroegen te verbeteren of te verwijderen', 'What people asked to correct or delete'],
    common: 'workspace_id id person_id relation_id kind at outcome',
    fields: {
      asked_by: ['wie het vroeg (person)', 'who asked (person)'],
      body: ['wat er gevraagd is', 'what was asked'],
      answer: ['het antwoord', 'the answer'],
      handled_at: ['wanneer het is afgehandeld', 'when it was handled'],
      handled_by: ['door welke collega (member)', 'by which colleague (member)'],
    },
  },
  consent_event: {
    words: ['Toestemming: wat is besloten', 'Consent: what was decided'],
    common: 'workspace_id id person_id purpose language at',
    fields: {
      decision: ['gegeven, geweigerd of ingetrokken', 'given, refused or withdrawn'],
      text_version: ['op welke versie van de tekst', 'on which version of the text'],
      reading_level: ['in welke bewoording', 'in which wording'],
      decided_by: ['wie besloot (person)', 'who decided (person)'],
      decided_as: ['als zichzelf, ouder of voogd', 'as herself, parent or guardian'],
      method: ['hoe: eigen pagina, gesproken of op papier', 'how: own page, spoken or on paper'],
      recorded_by: ['wie het opschreef', 'who wrote it down'],
    },
  },
  consent_grant: {
    words: ['Toestemming die nu geldt', 'Consent that holds now'],
    common: 'workspace_id person_id purpose',
    fields: {
      event_id: ['het besluit (consent_event)', 'the decision (consent_event)'],
      since: ['sinds wanneer', 'since when'],
      held_at: ['sinds wanneer het wacht op iemand', 'since when it waits for someone'],
      in_force: ['of het nu geldt', 'whether it holds now'],
    },
  },
  receipt: {
    words: ['Bewijzen van intrekken en verwijderen', 'Receipts of withdrawal and deletion'],
    common: 'workspace_id id person_id kind at',
    fields: { report: ['wat er is gedaan, in getallen', 'what was done, in numbers'] },
  },
  research_register: {
    words: ['Register van het onderzoek', 'Register of the research'],
    common: 'workspace_id person_id',
    fields: {
      code: ['de code in het onderzoek', 'the code in the research'],
      consent: ['hoe het staat met de toestemming', 'how the consent stands'],
      consent_at: ['sinds wanneer', 'since when'],
    },
  },
  research_moment: {
    words: ['Hoe vaak iemand meedeed, per maand', 'How often someone took part, per month'],
    common: 'workspace_id person_id kind',
    fields: { month: ['de maand', 'the month'], received: ['hoe vaak', 'how often'] },
  },
  research_code: {
    words: ['De laatste code van het register', 'The last code of the register'],
    common: 'workspace_id',
    fields: { last: ['het nummer', 'the number'] },
  },
  research_answer: {
    words: ['Materiaal voor onderzoek, alleen met toestemming', 'Research material, only with consent'],
    common:
      'workspace_id id person_id purpose response_id voice kind context situation instrument_id instrument_version answers',
    fields: {
      answered_on: ['op welke dag', 'on which day'],
      in_use: ['of het nu gebruikt mag worden', 'whether it may be used now'],
    },
  },
  research_export: {
    words: ['Bestanden die voor onderzoek zijn gemaakt', 'Files that were made for research'],
    common: 'workspace_id id title',
    fields: {
      made_at: ['wanneer', 'when'],
      made_by: ['door wie (member)', 'by whom (member)'],
      rows: ['hoeveel regels', 'how many lines'],
      published_at: ['wanneer erover is gepubliceerd', 'when it was published about'],
    },
  },
  research_export_person: {
    words: ['Wie in welk bestand staat', 'Who is in which file'],
    common: 'workspace_id export_id person_id withdrawn_at',
  },
  audit_event: {
    words: [
      'Logboek: wie wat deed of bekeek, en waarom dat mocht',
      'Log: who did or looked at what, and why that was allowed',
    ],
    common: 'workspace_id id at relation_id kind person_id lane seq hash',
    fields: {
      actor: ['wie', 'who'],
      action: ['wat', 'what'],
      subject: ['welke soort zaak', 'which kind of thing'],
      subject_id: ['welke zaak', 'which thing'],
      roles: ['met welke rollen', 'with which roles'],
      basis: ['waarom het mocht', 'why it was allowed'],
      token_id: [
        'met welke sleutel van een programma (api_token)',
        'by which token of a program (api_token)',
      ],
      line: ['de hoeveelste regel van de schakel', 'which line of the link'],
    },
  },
  audit_shown: {
    words: [
      'Logboek: wat iemand zag die er veel tegelijk bekeek',
      'Log: what someone saw who looked at many at once',
    ],
    common: 'workspace_id at relation_id person_id',
    fields: {
      event_id: ['bij welke regel (audit_event)', 'with which line (audit_event)'],
      place: ['het hoeveelste', 'which of them'],
      actor: ['wie', 'who'],
      action: ['wat', 'what'],
      basis: ['waarom het mocht', 'why it was allowed'],
    },
  },
  audit_head: {
    words: ['Het einde van elke keten van het logboek', 'The end of each chain of the log'],
    common: 'workspace_id lane seq hash',
  },
  audit_anchor: {
    words: [
      'Waar elke keten begint sinds oude regels weg zijn',
      'Where each chain begins since old lines went',
    ],
    common: 'workspace_id lane seq hash',
  },
  retention_rule: {
    words: ['Wat jullie langer of korter bewaren', 'What you keep longer or shorter'],
    common: 'workspace_id kind',
    fields: { days: ['hoeveel dagen', 'how many days'] },
  },
  retention_run: {
    words: ['Wat vanzelf is verwijderd', 'What was removed by itself'],
    common: 'workspace_id id kind at',
    fields: {
      removed: ['hoeveel er wegging', 'how much went'],
      soon: ['hoeveel er binnenkort weggaat', 'how much goes soon'],
    },
  },
  takeaway: {
    words: ['Bestanden zoals dit', 'Files such as this one'],
    common: 'workspace_id id',
    fields: {
      reason: ['waarvoor', 'what for'],
      asked_by: ['wie het vroeg (member)', 'who asked (member)'],
      asked_at: ['wanneer', 'when'],
      decided_by: ['wie erover besloot (member)', 'who decided (member)'],
      decided_at: ['wanneer', 'when'],
      agreed: ['ja of nee', 'yes or no'],
      made_at: ['wanneer het bestand klaar was', 'when the file was ready'],
      failed_at: ['wanneer het niet lukte', 'when it did not work'],
      rows: ['hoeveel regels', 'how many lines'],
      sha256: ['het zegel van het bestand', 'the seal of the file'],
      fetched_at: ['wanneer het is opgehaald', 'when it was fetched'],
      removed_at: ['wanneer het bestand is weggehaald', 'when the file was taken away'],
    },
  },
  export_job: {
    words: [
      'Verslagen en bestanden die collega’s lieten maken',
      'Reports and files that colleagues had made',
    ],
    common: 'workspace_id id kind relation_id purpose expires_at',
    fields: {
      asked_by: ['wie het vroeg (member)', 'who asked (member)'],
      asked_at: ['wanneer', 'when'],
      wish: ['in welke vorm en taal, en over welke tijd', 'in what form and language, and about what time'],
      done: ['hoeveel er klaar is', 'how much is made'],
      total: ['hoeveel het er zijn', 'how much there is'],
      begun_at: ['wanneer het begon', 'when it began'],
      failed_at: ['wanneer het niet lukte', 'when it did not work'],
      made_at: ['wanneer het klaar was', 'when it was ready'],
      relations: ['over welke samenwerkingen (relation)', 'about which collaborations (relation)'],
      seal: ['wat er toen te zien was, als zegel', 'what could be seen then, as a seal'],
    },
  },
  mail_message: {
    words: ['Post: aan wie en wanneer', 'Mail: to whom and when'],
    common: 'workspace_id id kind created_at',
    fields: {
      to_address: ['het adres', 'the address'],
      to_name: ['de naam', 'the name'],
      subject: ['het onderwerp', 'the subject'],
      waiting_since: ['sinds wanneer het wacht', 'since when it waits'],
      claimed_until: ['tot wanneer het onderweg is', 'until when it is on its way'],
      sent_at: ['wanneer het is verstuurd', 'when it was sent'],
      given_up_at: ['wanneer het is opgegeven', 'when it was given up'],
      attempts: ['hoe vaak geprobeerd', 'how often it was tried'],
      last_error: ['waarom het niet lukte', 'why it did not work'],
    },
    leftOut: { body_text: letter, body_html: letter, unsubscribe_url: letter },
  },
}
