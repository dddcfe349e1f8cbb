import type { DataTable, Words } from './data-tables.types.ts'

const meeting_id: Words = ['het gesprek (meeting)', 'the meeting (meeting)']
const place_id: Words = ['de plek aan tafel (meeting_place)', 'the place at the table (meeting_place)']
const changed_at: Words = ['wanneer er voor het laatst iets veranderde', 'when something last changed']

/** Meetings: the plan, who sits at the table, and what was written. */
export const meetingTables: Readonly<Record<string, DataTable>> = {
  meeting: {
    words: ['Gesprekken', 'Meetings'],
    common: 'workspace_id id relation_id title purpose member_ids created_by created_at',
    fields: {
      format: [
        'de gespreksvorm met de stappen, zoals gekozen en sindsdien veranderd',
        'the format with its steps, as chosen and changed since',
      ],
      format_key: ['welke gespreksvorm', 'which format'],
      format_version: ['welke versie daarvan', 'which version of it'],
      status: [
        'planned: gepland · live: bezig · ended: geweest · cancelled: afgezegd',
        'planned · live: going on · ended · cancelled: called off',
      ],
      planned_at: ['wanneer het is gepland', 'when it is planned'],
      minutes: ['hoeveel minuten het duurt', 'how many minutes it takes'],
      place: ['waar', 'where'],
      video_url: ['het adres om met video mee te doen', 'the address for joining by video'],
      themes: ['de onderwerpen', 'the themes'],
      questions: ['wat iedereen vooraf is gevraagd', 'what everyone was asked beforehand'],
      warm_up: [
        'wat mensen erin brengt: woorden en een adres',
        'what gets people into it: words and an address',
      ],
      shadow_question: ['de vraag naar de schaduwkant', 'the question for the shadow side'],
      changed_at,
      started_at: ['wanneer het begon', 'when it began'],
      ended_at: ['wanneer het klaar was', 'when it was over'],
      version: ['hoe vaak het plan is veranderd', 'how often the plan was changed'],
    },
    leftOut: {
      live: [
        'Hoe ver het gesprek op dat moment was: stap, tijd en wie er aan de beurt was. Na het gesprek zegt het niets meer.',
        'How far the meeting was at that moment: step, time and whose turn it was. After the meeting it says nothing.',
      ],
    },
  },
  meeting_place: {
    words: ['Plekken aan tafel', 'Places at the table'],
    common: 'workspace_id id person_id member_id participant_id name voice language',
    fields: {
      meeting_id,
      role: ['welke rol aan tafel', 'which role at the table'],
      position: ['de hoeveelste plek', 'which place in order'],
      address: ['u of je', 'how she is spoken to: u or je'],
      attends: ['of zij komt: unknown, yes, no', 'whether she comes: unknown, yes, no'],
      seen_at: ['wanneer zij haar pagina voor het eerst opende', 'when she first opened her page'],
      left_at: ['wanneer zij van tafel ging', 'when she left the table'],
      changed_at,
      version: ['hoe vaak dit is veranderd', 'how often this was changed'],
    },
  },
  meeting_link: {
    words: ['Links naar een plek aan tafel', 'Links to a place at the table'],
    common: 'workspace_id person_id created_at expires_at revoked_at',
    fields: { meeting_id, place_id },
    leftOut: {
      token_hash: [
        'Het kenmerk van een link: wie het kent, kan nagaan of een link hierbij hoort.',
        'The mark of a link: who knows it can find out whether a link belongs to this.',
      ],
    },
  },
  meeting_event: {
    words: [
      'Wat er met een gesprek is gedaan terwijl het bezig was',
      'What was done with a meeting while it went on',
    ],
    common: 'workspace_id id at',
    fields: {
      meeting_id,
      place_id,
      kind: [
        'wat er is gedaan: begonnen, verder, langer, overgeslagen, geopend …',
        'what was done: begun, on, longer, skipped, opened …',
      ],
      step_key: ['bij welke stap', 'with which step'],
      reason: ['de reden', 'the reason'],
    },
  },
  meeting_text: {
    words: ['Wat voor en in een gesprek is geschreven', 'What was written before and in a meeting'],
    common: 'workspace_id id person_id at',
    shownOnly: {
      since: 'revealed_at',
      why: [
        'Wat nog niet geopend is, is van de schrijver alleen.',
        'What was not opened yet belongs to its author alone.',
      ],
    },
    fields: {
      meeting_id,
      place_id,
      step_key: ['bij welke stap of vraag', 'with which step or question'],
      round: ['de hoeveelste keer van die stap', 'which time of that step'],
      kind: [
        'preparation: vooraf · expectation: wat iemand verwacht · text, round, card, vote, note, minutes: aan tafel',
        'preparation: beforehand · expectation: what somebody expects · text, round, card, vote, note, minutes: at the table',
      ],
      body: ['de woorden', 'the words'],
      changed_at,
      revealed_at: ['sinds wanneer de anderen het zien', 'since when the others see it'],
      is_anonymous: ['zonder naam: dan is niemand bewaard', 'without a name: then nobody is kept'],
    },
  },
}
