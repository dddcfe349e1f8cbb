/** What an item of the library is: the closed lists that its shape, its filters and its words are made of. */

export const itemKinds = [
  'element',
  'effect',
  'challenge',
  'tip',
  'condition',
  'knowledge',
  'exercise',
  'theory',
  'prompt',
  'evidence',
  'format',
] as const
export type ItemKind = (typeof itemKinds)[number]

/** What an item rests on, the strongest first. It says something about the source, never about the people who use the item. */
export const evidenceGrades = ['reviews', 'studies', 'practice', 'opinion', 'none'] as const
export type EvidenceGrade = (typeof evidenceGrades)[number]

/** Where the words come from. A list that a chatbot made is marked wherever it stands, and is never evidence (S004 annexes A and B). */
export const provenances = ['own-words', 'chatbot-list', 'organisation'] as const
export type Provenance = (typeof provenances)[number]

export const licences = ['cc0', 'cc-by-4.0', 'cc-by-sa-4.0', 'mit', 'within-organisation', 'other'] as const
export type Licence = (typeof licences)[number]

/** For whom a text is written; the professional's is always there. */
export const readingLevels = ['professional', 'parent', 'child'] as const
export type ReadingLevel = (typeof readingLevels)[number]

/** When one needs it. The first eight are those of the questions to oneself (content/journal). */
export const itemMoments = [
  ...(['start', 'after-session', 'evaluation', 'tension', 'ending', 'own-part', 'reflection'] as const),
  ...(['peer-case', 'rupture', 'intake', 'planning', 'progress', 'team', 'meeting', 'between'] as const),
]
export type ItemMoment = (typeof itemMoments)[number]
