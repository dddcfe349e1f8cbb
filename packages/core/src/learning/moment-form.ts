import type { Spoken } from '../shared/spoken.schema.ts'
import type { MentionKind, MentionLevel, MentionStance } from './mention.ts'

/** The answers that can be chosen, from least to most (domain.md §1.4). A blank is no answer. */
export const answerScales = {
  /** Applied, attained: no, a little, yes. */
  three: ['nee', 'enigszins', 'ja'],
  /** Noticed by families and youths. */
  noticed: ['helemaal-niet', 'een-beetje', 'enigszins', 'grotendeels', 'helemaal'],
  'yes-no': ['nee', 'ja'],
} as const
export const answerScaleNames = ['three', 'noticed', 'yes-no'] as const
export type AnswerScale = (typeof answerScaleNames)[number]
export type ScaleAnswer = (typeof answerScales)[AnswerScale][number]

/** What became of a goal since it was handed in. */
export const goalKeptAnswers = ['same', 'changed'] as const
export type GoalKept = (typeof goalKeptAnswers)[number]

/** How a form came to the lead who types it over. */
export const paperWays = ['paper', 'mail', 'talk'] as const
export type PaperWay = (typeof paperWays)[number]

type Asked = { key: string; ask: Spoken; hint?: Spoken | undefined }

export type MomentItem =
  /** A goal in her own words, written here unless she has one. */
  | (Asked & { kind: 'goal' })
  /** Of each goal that was handed in before: the same, or changed and why. Who has none can write one. */
  | (Asked & { kind: 'goal-review'; key: 'goal-kept' })
  /** Barriers or resources per level, picked or free. */
  | (Asked & { kind: 'mentions'; mention: MentionKind; stance: MentionStance; levels: MentionLevel[] })
  /** One answer of a scale; `perGoal`: about each goal she has. */
  | (Asked & { kind: 'choice'; scale: AnswerScale; perGoal: boolean })
  | (Asked & { kind: 'text' })
export type MomentItemOf<Kind extends MomentItem['kind']> = Extract<MomentItem, { kind: Kind }>

/** The questions of one moment, in their order: data, so that a lead can choose others. */
export type MomentForm = MomentItem[]
