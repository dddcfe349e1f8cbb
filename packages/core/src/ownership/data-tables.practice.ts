import type { DataTable } from './data-tables.types.ts'

/** What colleagues shared of their practice with each other. */
export const practiceTables: Readonly<Record<string, DataTable>> = {
  practice_story: {
    words: ['Praktijkverhalen', 'Practice stories'],
    common: 'workspace_id id kind context situation version created_at',
    shownOnly: {
      since: 'shared_at',
      why: [
        'Wat een collega niet deelde, is van haar alleen. Wat uit het zicht is gehaald ook.',
        'What a colleague did not share is hers alone. So is what was taken out of sight.',
      ],
    },
    fields: {
      author_id: ['de collega die het schreef (member)', 'the colleague who wrote it (member)'],
      body: [
        'wat zij deed, hoe, wat het bracht en onder welke voorwaarden',
        'what she did, how, what it brought and under which conditions',
      ],
      changed_at: ['wanneer er voor het laatst iets veranderde', 'when something last changed'],
      shared_at: ['sinds wanneer collega’s het lezen', 'since when colleagues read it'],
    },
    leftOut: {
      hidden_at: [
        'Alleen van wat uit het zicht is, en dat gaat niet mee.',
        'Only of what is out of sight, and that is not taken along.',
      ],
      hidden_by: [
        'Wie zei dat iemand te herkennen was, krijgt niemand te horen.',
        'Who said that somebody could be recognised is told to nobody.',
      ],
    },
  },
  practice_addition: {
    words: ['Aanvullingen bij praktijkverhalen', 'Additions to practice stories'],
    common: 'workspace_id id created_at',
    shownOnly: {
      since: 'shown_at',
      why: [
        'Wat uit het zicht is gehaald, is van de schrijver alleen.',
        'What was taken out of sight is its writer’s alone.',
      ],
    },
    fields: {
      story_id: ['bij welk verhaal (practice_story)', 'to which story (practice_story)'],
      author_id: ['de collega die het schreef (member)', 'the colleague who wrote it (member)'],
      kind: [
        'also: ik doe dit erbij · otherwise: bij mij werkte het anders',
        'also: I do this besides · otherwise: it went otherwise with me',
      ],
      body: ['wat zij schreef', 'what she wrote'],
      shown_at: ['sinds wanneer collega’s het lezen', 'since when colleagues read it'],
    },
    leftOut: {
      hidden_by: [
        'Wie zei dat iemand te herkennen was, krijgt niemand te horen.',
        'Who said that somebody could be recognised is told to nobody.',
      ],
    },
  },
}

/** What is not taken along, and why. */
export const practiceLeftOut = {
  practice_recognition: [
    'Wie zei “dit herken ik”, ziet niemand. Alleen hoeveel collega’s dat zeiden, is te lezen.',
    'Nobody sees who said “I recognise this”. Only how many colleagues said so can be read.',
  ],
} as const
