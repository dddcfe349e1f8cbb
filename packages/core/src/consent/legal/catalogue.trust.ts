import type { TableEntry } from './catalogue-entry.ts'

const fingerprintOnly = {
  nl: 'Niemand: alleen een vingerafdruk van de link staat er.',
  en: 'Nobody: only a fingerprint of the link is kept.',
} as const
const nobody = { nl: 'Er staat niemand in.', en: 'Nobody stands in it.' } as const

/** Consent, requests, research, anonymous rounds, the log and what keeps Weerklank running. */
export const trustTables: Readonly<Record<string, TableEntry>> = {
  consent_event: {
    activity: 'consent',
    words: ['Wat iemand koos, en wanneer', 'What someone chose, and when'],
    personal: [
      ['person_id purpose decision', 'wie ja of nee zei, waarvoor', 'who said yes or no, for what'],
      [
        'decided_by decided_as recorded_by method',
        'wie besliste, als wie en hoe',
        'who decided, as whom and how',
      ],
      ['text_version reading_level language at', 'op welke tekst en wanneer', 'on which text and when'],
    ],
    technical: 'workspace_id id',
  },
  consent_grant: {
    activity: 'consent',
    words: ['Toestemming die nu geldt', 'Consent in force now'],
    personal: [
      [
        'person_id purpose event_id since held_at in_force',
        'wie, waarvoor en sinds wanneer',
        'who, for what and since when',
      ],
    ],
    technical: 'workspace_id',
  },
  receipt: {
    activity: 'consent',
    words: ['Bewijzen van stoppen en verwijderen', 'Receipts of stopping and deleting'],
    personal: [['person_id kind at report', 'wat is gedaan en wanneer', 'what was done and when']],
    technical: 'workspace_id id',
  },
  consent_text: {
    activity: 'consent',
    words: ['Teksten waarop mensen kiezen', 'Texts on which people choose'],
    personal: [],
    technical: 'purpose version definition',
    seen: nobody,
  },
  instrument_version: {
    activity: 'care',
    words: ['Vragenlijsten', 'Sets of questions'],
    personal: [],
    technical: 'instrument_id version definition',
    seen: nobody,
  },
  person_link: {
    activity: 'rights',
    words: ['Links naar een eigen pagina', 'Links to a page of one’s own'],
    personal: [
      ['person_id created_at expires_at revoked_at', 'van wie en tot wanneer', 'whose and until when'],
    ],
    technical: 'workspace_id token_hash',
    seen: fingerprintOnly,
    kept: 'personal-links',
  },
  person_request: {
    activity: 'rights',
    words: ['Verzoeken om te verbeteren of te verwijderen', 'Requests to correct or delete'],
    personal: [
      ['kind body answer outcome', 'wat er gevraagd is, en het antwoord', 'what was asked, and the answer'],
      [
        'id person_id relation_id asked_by at',
        'door wie, over wie en wanneer',
        'by whom, about whom and when',
      ],
      ['handled_at handled_by', 'door welke collega en wanneer', 'by which colleague and when'],
    ],
    technical: 'workspace_id',
    kept: 'care-data',
  },
  research_register: {
    activity: 'research',
    words: ['Wie voor onderzoek gevraagd is', 'Who was asked for research'],
    personal: [
      ['person_id code', 'welk nummer bij wie hoort: de sleutel', 'which number belongs to whom: the key'],
      ['consent consent_at', 'ja of nee, en wanneer', 'yes or no, and when'],
    ],
    technical: 'workspace_id',
  },
  research_moment: {
    activity: 'research',
    words: ['Hoeveel vragen iemand kreeg', 'How many questions someone got'],
    personal: [
      [
        'person_id kind month received',
        'aantal per maand, zonder inhoud',
        'number per month, without content',
      ],
    ],
    technical: 'workspace_id',
  },
  research_answer: {
    activity: 'research',
    words: ['Materiaal van wie toestemming gaf', 'Material of those who consented'],
    personal: [
      ['answers answered_on', 'het antwoord, met de dag', 'the answer, with the day'],
      ['person_id response_id id', 'een nummer in plaats van een naam', 'a number instead of a name'],
      [
        'voice kind context situation purpose in_use',
        'als wie, en in wat voor samenwerking',
        'as whom, and in which kind of collaboration',
      ],
    ],
    technical: 'workspace_id instrument_id instrument_version',
  },
  research_code: {
    activity: 'research',
    words: ['Het laatste nummer voor onderzoek', 'The last number for research'],
    personal: [],
    technical: 'workspace_id last',
    seen: nobody,
  },
  research_export: {
    activity: 'research',
    words: ['Bestanden voor onderzoek', 'Files for research'],
    personal: [['made_by made_at published_at', 'welke onderzoeker, wanneer', 'which researcher, when']],
    technical: 'workspace_id id title rows',
  },
  research_export_person: {
    activity: 'research',
    words: ['Wie in welk bestand stond', 'Who was in which file'],
    personal: [
      [
        'person_id export_id withdrawn_at',
        'wie eruit moet na stoppen',
        'who must be taken out after stopping',
      ],
    ],
    technical: 'workspace_id',
  },
  round: {
    activity: 'rounds',
    words: ['Anonieme peilingen', 'Anonymous rounds'],
    personal: [
      ['created_by member_ids', 'welke collega’s de uitkomst zien', 'which colleagues see the outcome'],
    ],
    technical:
      'workspace_id id title instrument_id instrument_version k takes_words opened_at closes_at closed_at form min_share talk_on talk_meeting_id circle_relation_id circle_id series_id',
  },
  round_group: {
    activity: 'rounds',
    words: ['Groepen in een peiling', 'Groups in a round'],
    personal: [],
    technical: 'workspace_id id round_id parent_id about_id name invited answered',
    seen: nobody,
  },
  round_ticket: {
    activity: 'rounds',
    words: ['Kaartjes voor één antwoord', 'Tickets for one answer'],
    personal: [],
    technical: 'workspace_id token_hash round_id group_id used',
    seen: {
      nl: 'Een kaartje hangt aan geen persoon en aan geen antwoord.',
      en: 'A ticket belongs to no person and to no answer.',
    },
    kept: 'round-tickets',
  },
  round_tally: {
    activity: 'rounds',
    words: ['Aantallen per vraag', 'Counts per question'],
    personal: [],
    technical: 'workspace_id round_id group_id item_id value n',
    seen: nobody,
  },
  round_view_tally: {
    activity: 'rounds',
    words: ['Aantallen over andere groepen', 'Counts about other groups'],
    personal: [],
    technical: 'workspace_id round_id group_id about_id item_id value n',
    seen: nobody,
  },
  round_words: {
    activity: 'rounds',
    words: ['Eigen woorden in een peiling', 'Words of one’s own in a round'],
    personal: [
      [
        'texts',
        'zinnen op alfabet, met namen eruit gehaald; wat iemand over zichzelf schrijft, staat erin',
        'sentences in alphabetical order, names taken out; what someone writes about herself stands in it',
      ],
    ],
    technical: 'workspace_id round_id group_id item_id',
  },
  audit_event: {
    activity: 'log',
    words: ['Het logboek', 'The log'],
    personal: [
      [
        'at actor action kind roles basis',
        'wie, wanneer, wat en waarom dat mocht',
        'who, when, what and why that was allowed',
      ],
      ['subject subject_id relation_id person_id', 'over wie of waarover', 'about whom or what'],
      ['token_id', 'met de sleutel van welk programma', 'by the token of which program'],
    ],
    technical: 'workspace_id id lane seq line hash',
  },
  audit_shown: {
    activity: 'log',
    words: ['Wat een regel van het logboek liet zien', 'What a line of the log showed'],
    personal: [
      [
        'at actor action basis',
        'wie, wanneer, wat en waarom dat mocht',
        'who, when, what and why that was allowed',
      ],
      ['relation_id person_id', 'over wie of waarover', 'about whom or what'],
    ],
    technical: 'workspace_id event_id place',
  },
  audit_head: {
    activity: 'log',
    words: ['Het eind van de keten van het logboek', 'The end of the chain of the log'],
    personal: [],
    technical: 'workspace_id lane seq hash',
    seen: nobody,
  },
  audit_anchor: {
    activity: 'log',
    words: ['Het begin van de keten na opruimen', 'The beginning of the chain after removal'],
    personal: [],
    technical: 'workspace_id lane seq hash',
    seen: nobody,
  },
  mail_message: {
    activity: 'running',
    words: ['Post die verstuurd wordt', 'Mail that is sent'],
    personal: [
      ['to_address to_name', 'aan wie', 'to whom'],
      [
        'subject body_text body_html unsubscribe_url',
        'wat erin staat, tot zij verstuurd is',
        'what it says, until it is sent',
      ],
      ['created_at sent_at given_up_at waiting_since', 'wanneer', 'when'],
    ],
    technical: 'workspace_id id kind claimed_until attempts last_error',
    kept: 'sent-mail',
  },
  job: {
    activity: 'running',
    words: ['Werk dat nog gedaan wordt', 'Work still to be done'],
    personal: [['payload dedupe_key', 'nummers van regels, geen inhoud', 'numbers of lines, no content']],
    technical: 'id kind run_at leased_until attempts last_error',
    seen: { nl: 'Niemand: het programma zelf.', en: 'Nobody: the program itself.' },
  },
  retention_rule: {
    activity: 'running',
    words: ['Gekozen bewaartermijnen', 'Chosen terms'],
    personal: [],
    technical: 'workspace_id kind days',
    seen: nobody,
  },
  retention_run: {
    activity: 'running',
    words: ['Wat is opgeruimd, in aantallen', 'What was removed, in numbers'],
    personal: [],
    technical: 'workspace_id id kind at removed soon',
    seen: nobody,
  },
  takeaway: {
    activity: 'running',
    words: ['Verzoeken om alles mee te nemen', 'Requests to take everything along'],
    personal: [
      ['asked_by asked_at reason', 'wie erom vroeg en waarom', 'who asked for it and why'],
      ['decided_by decided_at agreed', 'wie besliste', 'who decided'],
      ['fetched_at', 'wanneer het bestand is opgehaald', 'when the file was fetched'],
    ],
    technical: 'workspace_id id made_at failed_at rows sha256 removed_at',
    kept: 'takeaway-files',
  },
  export_job: {
    activity: 'running',
    words: ['Verslagen en bestanden op verzoek van een collega', 'Reports and files a colleague asked for'],
    personal: [
      ['asked_by asked_at purpose', 'wie het vroeg, wanneer en waarvoor', 'who asked, when and what for'],
      ['relation_id relations wish', 'over welke samenwerkingen', 'about which collaborations'],
    ],
    technical: 'workspace_id id kind done total begun_at failed_at made_at expires_at seal',
  },
}
