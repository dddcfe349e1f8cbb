import type { TableEntry } from './catalogue-entry.ts'

/** Collaborations, and what people said in them. */
export const careTables: Readonly<Record<string, TableEntry>> = {
  person: {
    activity: 'care',
    words: ['Mensen die meedoen', 'People who take part'],
    personal: [
      ['id', 'een eigen nummer', 'a number of one’s own'],
      ['name', 'naam of schuilnaam', 'name or pseudonym'],
      [
        'born_on',
        'geboortedag, alleen van kinderen en jongeren: daarvan hangt af wie beslist',
        'day of birth, of children and youths only: it decides who decides',
      ],
    ],
    technical: 'workspace_id created_at',
  },
  person_parent: {
    activity: 'consent',
    words: ['Ouders en voogden', 'Parents and guardians'],
    personal: [
      [
        'child_id parent_id authority',
        'wie gezag heeft over welk kind',
        'who has authority over which child',
      ],
    ],
    technical: 'workspace_id created_at',
  },
  relation: {
    activity: 'care',
    words: ['Samenwerkingen', 'Collaborations'],
    personal: [
      ['id title search_text', 'de naam die de samenwerking kreeg', 'the name the collaboration was given'],
      [
        'kind context situation purpose',
        'wat voor samenwerking, waarin en waarvoor',
        'which kind, in what and for what',
      ],
      ['created_by member_ids', 'welke collega’s meedoen', 'which colleagues take part'],
      ['single_contact', 'of het om één contact gaat', 'whether it is one contact only'],
      [
        'started_at closed_at attention_at',
        'wanneer zij begon, eindigde of aandacht vroeg',
        'when it began, ended or asked for attention',
      ],
    ],
    technical: 'workspace_id check_every_days version latest_contact_at',
  },
  participant: {
    activity: 'care',
    words: ['Wie meedoet aan welke samenwerking', 'Who takes part in which collaboration'],
    personal: [
      ['id person_id member_id relation_id', 'wie het is en waaraan', 'who it is and in what'],
      [
        'name detail',
        'naam of schuilnaam, met een paar woorden erbij',
        'name or pseudonym, with a few words',
      ],
      ['voice', 'als wie iemand spreekt, zoals cliënt of ouder', 'as whom someone speaks'],
      ['own_question own_goal', 'de eigen vraag of het eigen doel', 'the own question or goal'],
      ['address language', 'u of je, en welke taal', 'formal or informal, and which language'],
      ['joined_at left_at', 'van wanneer tot wanneer', 'from when until when'],
    ],
    technical: 'workspace_id',
  },
  relation_note: {
    activity: 'care',
    words: ['Wat helpt en wat niet', 'What helps and what does not'],
    personal: [
      [
        'kind body told_by',
        'wat iemand vertelde over hulp, en wie het zei',
        'what someone told about help, and who said it',
      ],
      ['id relation_id created_by at', 'waarbij, door wie en wanneer', 'with what, by whom and when'],
    ],
    technical: 'workspace_id',
  },
  contact: {
    activity: 'care',
    words: ['Contacten', 'Contacts'],
    personal: [
      ['kind at place', 'wat voor contact, wanneer en waar', 'which contact, when and where'],
      ['id relation_id created_by', 'waarbij en door wie', 'with what and by whom'],
    ],
    technical: 'workspace_id',
  },
  contact_summary: {
    activity: 'care',
    words: ['Wat bij contacten is opgeschreven', 'What was written down about contacts'],
    personal: [
      ['body', 'wat er is opgeschreven', 'what was written down'],
      ['contact_id relation_id', 'bij welk contact', 'about which contact'],
    ],
    technical: 'workspace_id',
  },
  invitation: {
    activity: 'care',
    words: ['Aan wie gevraagd is hoe het was', 'Who was asked how it was'],
    personal: [
      [
        'id relation_id participant_id contact_id response_id',
        'aan wie, over welk contact',
        'whom, about which contact',
      ],
      ['sent_at expires_at revoked_at created_by', 'wanneer en door wie', 'when and by whom'],
      ['own_words', 'de eigen vraag of het eigen doel', 'the own question or goal'],
      ['letters', 'hoe vaak de link gemaild is', 'how often the link was mailed'],
      [
        'kept_apart_at',
        'wanneer beantwoord is wat niet iedereen mag lezen',
        'when was answered what not all may read',
      ],
    ],
    technical: 'workspace_id instrument_id instrument_version last_letter',
  },
  invitation_token: {
    activity: 'care',
    words: ['Links naar een vraag', 'Links to a question'],
    personal: [
      ['invitation_id relation_id participant_id person_id', 'van wie de link is', 'whose link it is'],
    ],
    technical: 'workspace_id token_hash expires_at replaced_at by_letter way',
    seen: {
      nl: 'Niemand: alleen een vingerafdruk van de link staat er.',
      en: 'Nobody: only a fingerprint of the link is kept.',
    },
  },
  response: {
    activity: 'care',
    words: ['Antwoorden', 'Answers'],
    personal: [
      ['answers', 'wat iemand antwoordde', 'what someone answered'],
      ['open_text', 'eigen woorden', 'words of one’s own'],
      [
        'id relation_id participant_id contact_id',
        'van wie en over welk contact',
        'whose and about which contact',
      ],
      ['answered_at stored_at language', 'wanneer en in welke taal', 'when and in which language'],
      ['readers', 'wie het mag lezen', 'who may read it'],
      ['drawing', 'een tekening van een jong kind', 'a drawing of a young child'],
      ['entered_by', 'wie het van papier overtypte', 'who typed it over from paper'],
    ],
    technical: 'workspace_id instrument_id instrument_version wording sealed device_hash',
  },
  check_plan: {
    activity: 'care',
    words: ['Hoe vaak iemand vanzelf iets gevraagd wordt', 'How often someone is asked by itself'],
    personal: [
      ['email email_agreed_at', 'een mailadres dat iemand hiervoor gaf', 'a mail address given for this'],
      ['paused_until stopped_at', 'of iemand pauze nam of stopte', 'whether someone paused or stopped'],
      ['relation_id participant_id set_by', 'van wie', 'whose'],
      ['rhythm every_weeks every_days weekends since begins_on ends_on', 'hoe vaak', 'how often'],
    ],
    technical: 'workspace_id form_id',
  },
  check_notice: {
    activity: 'care',
    words: ['Vragen die vanzelf uitgingen', 'Questions that went out by themselves'],
    personal: [['relation_id participant_id at by_mail number', 'aan wie en wanneer', 'to whom and when']],
    technical: 'workspace_id invitation_id form_invitation_id asked_id',
  },
  mutual_picture: {
    activity: 'care',
    words: ['Wederzijds beeld: aan wie gevraagd', 'Mutual picture: who was asked'],
    personal: [
      [
        'id relation_id participant_id professional_id contact_id',
        'van wie en over welk contact',
        'whose and about which contact',
      ],
      [
        'asked_at ends_at client_at professional_at declined_at opened_at opened_by created_by',
        'wie wanneer antwoordde',
        'who answered when',
      ],
    ],
    technical: 'workspace_id invitation_id response_id mirror_id mirror_version',
  },
  mutual_side: {
    activity: 'care',
    words: ['Wederzijds beeld: wat ieder zei', 'Mutual picture: what each said'],
    personal: [
      ['answers', 'wat iemand antwoordde', 'what someone answered'],
      ['guess', 'wat iemand dacht dat de ander antwoordt', 'what someone thought the other answers'],
      ['open_text', 'eigen woorden', 'words of one’s own'],
      ['relation_id participant_id other_id side', 'van wie', 'whose'],
      ['answered_at after_reading', 'wanneer', 'when'],
    ],
    technical: 'workspace_id picture_id sealed',
  },
  form: {
    activity: 'care',
    words: ['Vragenlijsten van de organisatie', 'Forms of the organisation'],
    personal: [
      [
        'created_by created_at changed_at',
        'welke collega hem bracht, en wanneer',
        'which colleague brought it, and when',
      ],
    ],
    technical: 'workspace_id id url title needs_licence revision',
  },
  instrument_licence: {
    activity: 'care',
    words: ['Licenties voor vragenlijsten', 'Licences of forms'],
    personal: [
      [
        'recorded_by recorded_at ended_by ended_at',
        'welke collega de licentie opschreef of beëindigde, en wanneer',
        'which colleague wrote the licence down or ended it, and when',
      ],
      ['holder', 'op wiens naam de licentie staat', 'in whose name the licence is'],
    ],
    technical: 'workspace_id id form_id number valid_from expires_on note',
  },
  form_licence_need: {
    activity: 'care',
    words: ['Of een vragenlijst een licentie nodig heeft', 'Whether a form needs a licence'],
    personal: [
      ['created_by created_at', 'welke collega het zei, en wanneer', 'which colleague said so, and when'],
    ],
    technical: 'workspace_id id form_id needed reason',
  },
  form_version: {
    activity: 'care',
    words: ['Versies van vragenlijsten', 'Versions of forms'],
    personal: [
      [
        'created_by created_at published_at',
        'welke collega hem maakte, en wanneer',
        'which colleague made it, and when',
      ],
    ],
    technical: 'workspace_id form_id version label status fhir_version model source report',
  },
  form_response: {
    activity: 'care',
    words: ['Antwoorden op vragenlijsten', 'Answers to forms'],
    personal: [
      ['answers source', 'wat iemand antwoordde', 'what someone answered'],
      ['scores', 'wat eruit berekend is', 'what was computed from it'],
      ['id relation_id participant_id created_by', 'van wie, of wie het bracht', 'whose, or who brought it'],
      ['answered_at stored_at language status', 'wanneer en in welke taal', 'when and in which language'],
      ['readers', 'wie het mag lezen', 'who may read it'],
      ['entered_by', 'wie het van papier overtypte', 'who typed it over from paper'],
    ],
    technical: 'workspace_id form_id version',
  },
  form_invitation: {
    activity: 'care',
    words: ['Aan wie een vragenlijst gevraagd is', 'Who was asked to fill in a form'],
    personal: [
      ['id relation_id participant_id response_id', 'aan wie', 'whom'],
      ['sent_at expires_at revoked_at answered_at created_by', 'wanneer en door wie', 'when and by whom'],
      ['letters', 'hoe vaak de link gemaild is', 'how often the link was mailed'],
      ['answered_way', 'of het op papier of een ander toestel was', 'whether on paper or another device'],
    ],
    technical: 'workspace_id form_id version last_letter',
  },
  form_token: {
    activity: 'care',
    words: ['Links naar een vragenlijst', 'Links to a form'],
    personal: [
      ['form_invitation_id relation_id participant_id person_id', 'van wie de link is', 'whose link it is'],
      [
        'entered_by answered_at',
        'wie een papier overtypt, en van welke dag',
        'who types a paper over, and of which day',
      ],
    ],
    technical: 'workspace_id token_hash expires_at replaced_at by_letter way',
    seen: {
      nl: 'Niemand: alleen een vingerafdruk van de link staat er.',
      en: 'Nobody: only a fingerprint of the link is kept.',
    },
  },
  form_draft: {
    activity: 'care',
    words: ['Half ingevulde vragenlijsten', 'Forms that are half filled in'],
    personal: [
      ['answers unread', 'wat iemand tot nu toe invulde', 'what someone filled in so far'],
      ['form_invitation_id relation_id participant_id', 'van wie', 'whose'],
      ['changed_at', 'wanneer', 'when'],
    ],
    technical: 'workspace_id part revision device_hash',
    seen: {
      nl: 'Alleen wie invult, tot het verstuurd is.',
      en: 'Only whoever fills it in, until it is sent.',
    },
  },
  signal: {
    activity: 'care',
    words: ['Aanleidingen om te praten', 'Occasions to talk'],
    personal: [
      [
        'finding rule occasion',
        'wat er geantwoord is, in het kort: geen oordeel',
        'what was answered, in short: no judgement',
      ],
      ['note outcome', 'wat erover gezegd is', 'what was said about it'],
      ['readers', 'wie het mag lezen', 'who may read it'],
      [
        'id relation_id participant_id response_id',
        'bij wie en bij welk antwoord',
        'with whom and which answer',
      ],
      ['opened_at closed_at closed_by', 'wanneer, en door wie afgesloten', 'when, and by whom it was closed'],
    ],
    technical: 'workspace_id',
  },
  agreement: {
    activity: 'care',
    words: ['Afspraken', 'Agreements'],
    personal: [
      ['body', 'wat is afgesproken', 'what was agreed'],
      [
        'id relation_id created_by made_at ended_at',
        'waarbij, door wie en wanneer',
        'with what, by whom and when',
      ],
    ],
    technical: 'workspace_id ask_back',
  },
  agreement_participant: {
    activity: 'care',
    words: ['Voor wie een afspraak geldt', 'For whom an agreement holds'],
    personal: [['agreement_id participant_id relation_id', 'voor wie', 'for whom']],
    technical: 'workspace_id',
  },
  agreement_echo: {
    activity: 'care',
    words: ['Of een afspraak hielp', 'Whether an agreement helped'],
    personal: [
      ['answer', 'wat iemand daarover zei', 'what someone said about it'],
      ['agreement_id response_id relation_id participant_id at', 'van wie en wanneer', 'whose and when'],
      ['readers', 'wie het mag lezen', 'who may read it'],
    ],
    technical: 'workspace_id sealed',
  },
  emergency_access: {
    activity: 'care',
    words: ['Wie in een noodgeval meekeek', 'Who looked along in an emergency'],
    personal: [
      ['member_id relation_id', 'welke collega, waar', 'which colleague, where'],
      ['reason at ends_at', 'waarom, wanneer en tot wanneer', 'why, when and until when'],
    ],
    technical: 'workspace_id id',
  },
  working_note: {
    activity: 'notes',
    words: ['Eigen werkaantekeningen', 'Working notes of one’s own'],
    personal: [
      ['body', 'wat de schrijver opschreef', 'what the author wrote'],
      [
        'author_id relation_id moment rupture_id created_at changed_at',
        'van wie, waarbij en wanneer',
        'whose, with what and when',
      ],
    ],
    technical: 'workspace_id id version',
  },
}
