import type { DataTable } from './data-tables.types.ts'

const derived = ['staat ook in andere velden', 'stands in other fields too'] as const
const unsent = ['is nog niet verstuurd', 'has not been sent yet'] as const
const shut = {
  field: 'sealed',
  why: [
    'Wat nog dicht is in een wederzijds beeld gaat niet mee: niemand leest het, tot het beeld opengaat.',
    'What is still shut in a mutual picture is not taken along: nobody reads it until the picture opens.',
  ],
} as const
const key = ['een sleutel: wie hem heeft, komt binnen', 'a key: who has it comes in'] as const

/** Collaborations and what people said in them. */
export const collaborationTables: Readonly<Record<string, DataTable>> = {
  workspace: {
    words: ['De organisatie en haar instellingen', 'The organisation and its settings'],
    common: 'workspace_id name created_at',
    fields: {
      time_zone: ['de tijdzone', 'the time zone'],
      is_demo: ['of het een voorbeeld is', 'whether it is an example'],
      second_factor_required: [
        'of een tweede stap bij het inloggen moet',
        'whether signing in takes two steps',
      ],
      idle_minutes: [
        'na hoeveel minuten het scherm op slot gaat',
        'after how many minutes the screen is locked',
      ],
      api_tokens: ['of programma’s met een sleutel binnen mogen', 'whether programs may come in by a token'],
      profile: ['wie verantwoordelijk is en wie je kunt vragen', 'who is responsible and whom to ask'],
    },
  },
  member: {
    words: ['Collega’s en gasten met een account', 'Colleagues and guests with an account'],
    common: 'workspace_id id name language created_at',
    fields: {
      organisation: ['de eigen organisatie van een gast', 'the organisation of a guest'],
      ended_at: ['wanneer iemand wegging', 'when someone left'],
      roles: ['wat iemand hier doet', 'what someone does here'],
    },
    leftOut: { user_id: ['hoort bij het inloggen', 'belongs to signing in'] },
  },
  person: {
    words: ['Mensen, los van waar ze aan meedoen', 'People, apart from what they take part in'],
    common: 'workspace_id id name created_at',
    fields: {
      born_on: ['geboortedag, alleen van kinderen en jongeren', 'day of birth, only of children and youths'],
    },
  },
  person_parent: {
    words: ['Wie ouder of voogd is van wie', 'Who is parent or guardian of whom'],
    common: 'workspace_id created_at',
    fields: {
      child_id: ['het kind (person)', 'the child (person)'],
      parent_id: ['de ouder of voogd (person)', 'the parent or guardian (person)'],
      authority: ['het gezag: ouder, voogd of geen', 'authority: parent, guardian or none'],
    },
  },
  relation: {
    words: ['Samenwerkingen', 'Collaborations'],
    common: 'workspace_id id title kind context situation purpose created_by member_ids',
    fields: {
      check_every_days: [
        'om de hoeveel dagen gevraagd wordt hoe het was',
        'every how many days people are asked how it was',
      ],
      single_contact: ['of het om één contact gaat', 'whether it is one contact only'],
      started_at: ['wanneer het begon', 'when it began'],
      closed_at: ['wanneer het is gesloten', 'when it was ended'],
      version: ['hoe vaak het is veranderd', 'how often it was changed'],
      attention_at: ['sinds wanneer iets aandacht vraagt', 'since when something asks for attention'],
    },
    leftOut: { search_text: derived, latest_contact_at: derived },
  },
  participant: {
    words: ['Wie meedoet aan welke samenwerking', 'Who takes part in which collaboration'],
    common: 'workspace_id id relation_id member_id person_id name voice language',
    fields: {
      detail: ['een paar woorden bij de naam', 'a few words beside the name'],
      address: ['u of je', 'formal or informal'],
      own_question: ['de eigen vraag', 'the own question'],
      own_goal: ['het eigen doel', 'the own goal'],
      joined_at: ['sinds wanneer', 'since when'],
      left_at: ['tot wanneer', 'until when'],
    },
  },
  relation_note: {
    words: [
      'Wat helpt, wat niet, eerdere hulp, en gedeelde aantekeningen',
      'What helps, what does not, earlier help, and shared notes',
    ],
    common: 'workspace_id id relation_id kind at created_by',
    fields: {
      body: ['wat er gezegd of gedeeld is', 'what was said or shared'],
      told_by: ['wie het zei of deelde', 'who said or shared it'],
    },
  },
  contact: {
    words: ['Contacten en herstelgesprekken', 'Contacts and repair talks'],
    common: 'workspace_id id relation_id kind at created_by',
    fields: { place: ['waar', 'where'] },
  },
  contact_summary: {
    words: ['Wat bij een contact gezegd is', 'What was said at a contact'],
    common: 'workspace_id contact_id relation_id',
    fields: { body: ['wat er gezegd is', 'what was said'] },
  },
  emergency_access: {
    words: ['Wie in een noodgeval meekeek, en waarom', 'Who looked along in an emergency, and why'],
    common: 'workspace_id id relation_id member_id at',
    fields: { reason: ['de reden', 'the reason'], ends_at: ['tot wanneer', 'until when'] },
  },
  invitation: {
    words: ['Aan wie gevraagd is hoe het was', 'Who was asked how it was'],
    common:
      'workspace_id id relation_id participant_id contact_id instrument_id instrument_version response_id expires_at revoked_at created_by',
    fields: {
      sent_at: ['wanneer het gevraagd is', 'when it was asked'],
      own_words: ['de eigen vraag of het eigen doel', 'the own question or goal'],
      kept_apart_at: [
        'wanneer beantwoord is wat niet iedereen mag lezen',
        'when was answered what not all may read',
      ],
      letters: ['hoe vaak de link gemaild is', 'how often the link was mailed'],
      last_letter: ['de laatste mail daarmee (mail_message)', 'the last mail with it (mail_message)'],
    },
  },
  invitation_token: {
    words: ['Tot wanneer de link van een vraag werkt', 'Until when the link of a question works'],
    common: 'workspace_id invitation_id relation_id participant_id expires_at person_id',
    fields: {
      replaced_at: ['wanneer er een nieuwere link kwam', 'when a newer link came'],
      by_letter: ['of de link in een mail stond', 'whether the link was in a mail'],
      way: ['een eigen link, of een toestel van hier', 'a link of one’s own, or a device from here'],
    },
    leftOut: { token_hash: key },
  },
  response: {
    words: ['Antwoorden', 'Answers'],
    unless: shut,
    common:
      'workspace_id id relation_id participant_id contact_id instrument_id instrument_version answers language',
    fields: {
      open_text: ['wat iemand er zelf bij schreef', 'what someone wrote in her own words'],
      drawing: ['wat iemand tekende', 'what someone drew'],
      wording: ['in welke vertaling gevraagd is', 'in which translation it was asked'],
      answered_at: ['wanneer geantwoord is', 'when it was answered'],
      stored_at: ['wanneer het aankwam', 'when it arrived'],
      sealed: ['of het nog dicht is voor de ander', 'whether it is still shut to the other'],
      readers: ['welke collega’s het mogen lezen (member)', 'which colleagues may read it (member)'],
      entered_by: ['wie het van papier overtypte (member)', 'who typed it over from paper (member)'],
    },
    leftOut: { device_hash: key },
  },
  check_plan: {
    words: ['Hoe vaak iemand vanzelf iets gevraagd wordt', 'How often someone is asked by itself'],
    common: 'workspace_id participant_id relation_id',
    fields: {
      rhythm: [
        'na elk contact, om de zoveel weken, of niet',
        'after each contact, every so many weeks, or not',
      ],
      every_weeks: ['om de hoeveel weken', 'every how many weeks'],
      form_id: ['welke vragenlijst, anders de check (form)', 'which form, else the check (form)'],
      every_days: ['om de hoeveel dagen', 'every how many days'],
      begins_on: ['vanaf welke dag', 'from which day'],
      ends_on: ['tot en met welke dag', 'up to which day'],
      weekends: ['of het ook in het weekend mag', 'whether weekends count too'],
      email: ['waar de vraag heen mag', 'where the question may go'],
      email_agreed_at: ['wanneer dat adres gegeven is', 'when that address was given'],
      since: ['sinds wanneer het zo is', 'since when it is so'],
      set_by: ['welke collega dit instelde (member)', 'which colleague set it (member)'],
      paused_until: ['tot wanneer zij zelf pauze nam', 'until when the person paused it'],
      stopped_at: ['wanneer zij het zelf stopte', 'when the person stopped it'],
    },
  },
  check_notice: {
    words: [
      'Vragen en herinneringen die vanzelf uitgingen',
      'Questions and reminders that went out by themselves',
    ],
    common: 'workspace_id invitation_id relation_id participant_id at',
    fields: {
      asked_id: [
        'wat er uitging (invitation of form_invitation)',
        'what went out (invitation or form_invitation)',
      ],
      form_invitation_id: ['welke vragenlijst (form_invitation)', 'which form (form_invitation)'],
      number: ['0 de vraag, 1 en 2 een herinnering', '0 the question, 1 and 2 a reminder'],
      by_mail: ['of het per mail ging', 'whether it went by mail'],
    },
  },
  mutual_picture: {
    words: ['Wederzijds beeld: aan wie gevraagd', 'Mutual picture: who was asked'],
    common: 'workspace_id id relation_id participant_id contact_id invitation_id response_id created_by',
    fields: {
      professional_id: ['de professional (participant)', 'the professional (participant)'],
      mirror_id: ['wat de professional gevraagd is', 'what the professional is asked'],
      mirror_version: ['in welke versie', 'in which version'],
      asked_at: ['wanneer het gevraagd is', 'when it was asked'],
      ends_at: ['wanneer het vanzelf opengaat', 'when it opens by itself'],
      client_at: ['wanneer de cliënt antwoordde', 'when the client answered'],
      professional_at: ['wanneer de professional antwoordde', 'when the professional answered'],
      declined_at: ['wanneer de professional afzag', 'when the professional declined'],
      opened_at: ['wanneer het openging', 'when it opened'],
      opened_by: ['waardoor het openging', 'why it opened'],
    },
  },
  mutual_side: {
    words: ['Wederzijds beeld: wat ieder zei', 'Mutual picture: what each said'],
    unless: shut,
    common: 'workspace_id relation_id participant_id answers',
    fields: {
      picture_id: ['welk beeld (mutual_picture)', 'which picture (mutual_picture)'],
      side: ['van wie: cliënt of professional', 'whose: client or professional'],
      other_id: ['de ander (participant)', 'the other (participant)'],
      open_text: ['wat iemand er zelf bij schreef', 'what someone wrote in her own words'],
      guess: ['wat iemand dacht dat de ander antwoordt', 'what someone thought the other answers'],
      answered_at: ['wanneer geantwoord is', 'when it was answered'],
      after_reading: ['of het na het lezen was', 'whether it was after reading'],
      sealed: ['of het nog dicht is voor de ander', 'whether it is still shut to the other'],
    },
  },
  form: {
    words: ['Vragenlijsten van de organisatie', 'Forms of the organisation'],
    common: 'workspace_id id title created_by created_at',
    fields: {
      url: ['het adres van de vragenlijst', 'the address of the form'],
      changed_at: ['wanneer er een versie bij kwam', 'when a version was added'],
      needs_licence: ['of er een licentie voor nodig is', 'whether it needs a licence'],
      revision: ['hoe vaak er iets aan veranderd is', 'how often something of it changed'],
    },
  },
  instrument_licence: {
    words: ['Licenties voor vragenlijsten', 'Licences of forms'],
    common: 'workspace_id id',
    fields: {
      form_id: ['welke vragenlijst (form)', 'which form (form)'],
      holder: ['op wiens naam de licentie staat', 'in whose name the licence is'],
      number: ['het nummer van de licentie', 'the number of the licence'],
      valid_from: ['de eerste dag', 'the first day'],
      expires_on: ['de laatste dag', 'the last day'],
      note: ['wat erbij geschreven is', 'what was written beside it'],
      recorded_by: ['de collega die het opschreef (member)', 'the colleague who wrote it down (member)'],
      recorded_at: ['wanneer het is opgeschreven', 'when it was written down'],
      ended_at: ['wanneer hij is beëindigd', 'when it was ended'],
      ended_by: ['door welke collega (member)', 'by which colleague (member)'],
    },
  },
  form_licence_need: {
    words: ['Of een vragenlijst een licentie nodig heeft', 'Whether a form needs a licence'],
    common: 'workspace_id id created_by created_at',
    fields: {
      form_id: ['welke vragenlijst (form)', 'which form (form)'],
      needed: ['of hij nodig is', 'whether it is needed'],
      reason: ['waarom', 'why'],
    },
  },
  form_version: {
    words: ['Versies van vragenlijsten', 'Versions of forms'],
    common: 'workspace_id created_by created_at',
    fields: {
      form_id: ['welke vragenlijst (form)', 'which form (form)'],
      version: ['de versie', 'the version'],
      label: ['hoe de vragenlijst deze versie zelf noemt', 'what the form itself calls this version'],
      status: ['concept, vrijgegeven of uit gebruik', 'draft, published or retired'],
      fhir_version: ['van welke FHIR', 'of which FHIR'],
      model: ['de vragen', 'the questions'],
      source: ['zoals hij binnenkwam', 'as it came in'],
      report: ['wat erbij gemeld is', 'what was told about it'],
      published_at: ['wanneer hij is vrijgegeven', 'when it was published'],
    },
  },
  form_response: {
    words: ['Antwoorden op vragenlijsten', 'Answers to forms'],
    common: 'workspace_id id relation_id participant_id created_by answers language',
    fields: {
      form_id: ['welke vragenlijst (form)', 'which form (form)'],
      version: ['welke versie (form_version)', 'which version (form_version)'],
      status: ['af of nog bezig', 'complete or still busy'],
      source: ['zoals het binnenkwam', 'as it came in'],
      scores: ['wat eruit berekend is', 'what was computed from it'],
      answered_at: ['wanneer geantwoord is', 'when it was answered'],
      stored_at: ['wanneer het aankwam', 'when it arrived'],
      readers: ['welke collega’s het mogen lezen (member)', 'which colleagues may read it (member)'],
      entered_by: ['wie het van papier overtypte (member)', 'who typed it over from paper (member)'],
    },
  },
  form_invitation: {
    words: ['Aan wie een vragenlijst gevraagd is', 'Who was asked to fill in a form'],
    common: 'workspace_id id relation_id participant_id response_id expires_at revoked_at created_by',
    fields: {
      form_id: ['welke vragenlijst (form)', 'which form (form)'],
      version: ['welke versie (form_version)', 'which version (form_version)'],
      sent_at: ['wanneer het gevraagd is', 'when it was asked'],
      answered_at: ['wanneer het beantwoord is', 'when it was answered'],
      answered_way: [
        'met een eigen link, op een toestel van hier, of op papier',
        'by a link of one’s own, on a device from here, or on paper',
      ],
      letters: ['hoe vaak de link gemaild is', 'how often the link was mailed'],
      last_letter: ['de laatste mail daarmee (mail_message)', 'the last mail with it (mail_message)'],
    },
  },
  form_token: {
    words: ['Tot wanneer de link van een vragenlijst werkt', 'Until when the link of a form works'],
    common: 'workspace_id relation_id participant_id expires_at person_id',
    fields: {
      form_invitation_id: ['welke vraag (form_invitation)', 'which question (form_invitation)'],
      replaced_at: ['wanneer er een nieuwere link kwam', 'when a newer link came'],
      by_letter: ['of de link in een mail stond', 'whether the link was in a mail'],
      way: [
        'een eigen link, een toestel van hier, of een papier',
        'a link of one’s own, a device from here, or a paper',
      ],
      entered_by: ['wie een papier overtypt (member)', 'who types a paper over (member)'],
      answered_at: ['op welke dag het papier is ingevuld', 'on which day the paper was filled in'],
    },
    leftOut: { token_hash: key },
  },
  form_draft: {
    words: ['Half ingevulde vragenlijsten', 'Forms that are half filled in'],
    common: 'workspace_id relation_id participant_id',
    fields: {
      form_invitation_id: ['welke vraag (form_invitation)', 'which question (form_invitation)'],
      part: ['tot welk deel', 'up to which part'],
      revision: ['hoe vaak het is veranderd', 'how often it was changed'],
      changed_at: ['wanneer voor het laatst', 'when last'],
    },
    leftOut: { answers: unsent, unread: unsent, device_hash: key },
  },
  signal: {
    words: ['Aanleidingen om te praten', 'Occasions to talk'],
    common: 'workspace_id id relation_id participant_id response_id outcome',
    fields: {
      rule: ['welke regel', 'which rule'],
      occasion: ['waarbij', 'at what'],
      finding: ['wat er is geantwoord, in het kort', 'what was answered, in short'],
      opened_at: ['sinds wanneer', 'since when'],
      closed_at: ['wanneer het klaar was', 'when it was done'],
      closed_by: ['welke collega (member)', 'which colleague (member)'],
      note: ['wat erover gezegd is', 'what was said about it'],
      readers: ['welke collega’s het mogen lezen (member)', 'which colleagues may read it (member)'],
    },
  },
  agreement: {
    words: ['Afspraken', 'Agreements'],
    common: 'workspace_id id relation_id created_by',
    fields: {
      body: ['wat is afgesproken', 'what was agreed'],
      ask_back: ['of ernaar gevraagd wordt', 'whether it is asked about'],
      made_at: ['wanneer', 'when'],
      ended_at: ['wanneer het voorbij was', 'when it was over'],
    },
  },
  agreement_participant: {
    words: ['Voor wie een afspraak geldt', 'For whom an agreement holds'],
    common: 'workspace_id agreement_id participant_id relation_id',
  },
  agreement_echo: {
    words: ['Of een afspraak iets veranderde', 'Whether an agreement changed something'],
    unless: shut,
    common: 'workspace_id agreement_id response_id relation_id participant_id at',
    fields: {
      answer: ['wat iemand daarover zei', 'what someone said about it'],
      sealed: ['of het nog dicht is voor de ander', 'whether it is still shut to the other'],
      readers: ['welke collega’s het mogen lezen (member)', 'which colleagues may read it (member)'],
    },
  },
}
