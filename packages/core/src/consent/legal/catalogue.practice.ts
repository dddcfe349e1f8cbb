import type { TableEntry } from './catalogue-entry.ts'

const seen = {
  nl: 'De collega die het schreef. Als zij het deelt, ook collega’s die met mensen werken. Geen gasten, en niet wie alleen beheert of onderzoekt.',
  en: 'The colleague who wrote it. When she shares it, colleagues who work with people too. No guests, and nobody who only administers or does research.',
}

/** What colleagues do in their work and what it brings. No client can be recognised in it. */
export const practiceTables: Readonly<Record<string, TableEntry>> = {
  practice_story: {
    activity: 'care',
    kept: 'practice-stories',
    words: ['Praktijkverhalen', 'Practice stories'],
    personal: [
      [
        'author_id body kind context situation',
        'wat een collega deed en wat het bracht, zonder dat iemand te herkennen is',
        'what a colleague did and what it brought, without anybody who can be recognised',
      ],
      [
        'hidden_at hidden_by',
        'of het uit het zicht is gehaald, en door wie; dat krijgt niemand te lezen',
        'whether it was taken out of sight, and by whom; nobody reads that',
      ],
      ['created_at changed_at shared_at', 'wanneer', 'when'],
    ],
    technical: 'workspace_id id version',
    seen,
  },
  practice_addition: {
    activity: 'care',
    kept: 'practice-stories',
    words: ['Aanvullingen bij praktijkverhalen', 'Additions to practice stories'],
    personal: [
      ['author_id kind body', 'wat een collega erbij schreef', 'what a colleague added'],
      ['hidden_by', 'wie het uit het zicht haalde', 'who took it out of sight'],
      ['created_at shown_at', 'wanneer', 'when'],
    ],
    technical: 'workspace_id id story_id',
    seen,
  },
  practice_recognition: {
    activity: 'care',
    kept: 'practice-stories',
    words: ['Wie een praktijkverhaal herkent', 'Who recognises a practice story'],
    personal: [
      ['member_id', 'welke collega; geteld, en nooit getoond', 'which colleague; counted, never shown'],
    ],
    technical: 'workspace_id story_id',
    seen: {
      nl: 'Niemand: er wordt alleen geteld. Wie het zelf zei, ziet dat van zichzelf.',
      en: 'Nobody: it is only counted. Who said it sees that of herself.',
    },
  },
}
