import type { TableEntry } from './catalogue-entry.ts'

const table = {
  nl: 'Wie bij het team of netwerk hoort, ook met een link.',
  en: 'Who belongs to the team or network, also by a link.',
} as const

/** The shared glossary and the tension register of teams and networks. */
export const glossaryTables: Readonly<Record<string, TableEntry>> = {
  glossary_word: {
    activity: 'care',
    words: ['Woorden van teams en netwerken', 'Words of teams and networks'],
    personal: [
      ['word participant_id created_at', 'welk woord, en wie het noemde', 'which word, and who named it'],
    ],
    technical: 'workspace_id id circle_id relation_id card_ids differs',
    seen: table,
  },
  glossary_meaning: {
    activity: 'care',
    words: ['Wat mensen met een woord bedoelen', 'What people mean by a word'],
    personal: [
      [
        'participant_id body changed_at',
        'eigen woorden; zonder naam als zij ze aan de tafel gaf',
        'own words; without a name when she handed them to the table',
      ],
    ],
    technical: 'workspace_id id word_id circle_id relation_id',
    seen: table,
  },
  glossary_agreed: {
    activity: 'care',
    words: ['Afgesproken betekenissen', 'Agreed meanings'],
    personal: [
      [
        'body agreed_on meeting_id',
        'wat er is afgesproken, wanneer en in welk gesprek',
        'what was agreed, when and in which meeting',
      ],
    ],
    technical: 'workspace_id word_id seq circle_id relation_id',
    seen: table,
  },
  tension: {
    activity: 'care',
    words: ['Spanningen in teams en netwerken', 'Tensions in teams and networks'],
    personal: [
      [
        'left_good right_good situation asks room meeting_id look_on resting_since',
        'wat er speelt, zonder namen, en waar erover gepraat wordt',
        'what is going on, without names, and where it is talked about',
      ],
      [
        'participant_id',
        'wie het opschreef; dat leest alleen zij zelf',
        'who wrote it down; only she reads that',
      ],
    ],
    technical:
      'workspace_id id circle_id relation_id pair left_pole right_pole created_at changed_at version',
    seen: table,
  },
  tension_look: {
    activity: 'care',
    words: ['Wie een spanning ziet', 'Who sees a tension'],
    personal: [
      [
        'participant_id looked_on lean',
        'wie keek, op welke dag, en naar welke kant het leunde',
        'who looked, on which day, and to which side it leaned',
      ],
    ],
    technical: 'workspace_id tension_id circle_id relation_id',
    seen: {
      nl: 'De persoon zelf. De anderen zien alleen aantallen, vanaf vijf mensen.',
      en: 'The person herself. The others see counts alone, from five people on.',
    },
  },
}
