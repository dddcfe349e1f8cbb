import { z } from 'zod'
import { spoken } from '../shared/spoken.schema.ts'
import { mentionKinds, mentionLevels, mentionStances } from './mention.ts'

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

const key = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
const asked = { key, ask: spoken, hint: spoken.optional() }

const item = z.discriminatedUnion('kind', [
  /** A goal in her own words, written here unless she has one. */
  z.strictObject({ ...asked, kind: z.literal('goal') }),
  /** Of each goal that was handed in before: the same, or changed and why. Who has none can write one. */
  z.strictObject({ ...asked, kind: z.literal('goal-review'), key: z.literal('goal-kept') }),
  /** Barriers or resources per level, picked or free. */
  z.strictObject({
    ...{
      ...asked,
      kind: z.literal('mentions'),
      mention: z.enum(mentionKinds),
      stance: z.enum(mentionStances),
    },
    levels: z
      .array(z.enum(mentionLevels))
      .min(1)
      .refine((levels) => new Set(levels).size === levels.length, 'twice'),
  }),
  /** One answer of a scale; `perGoal`: about each goal she has. */
  z.strictObject({
    ...{ ...asked, kind: z.literal('choice'), scale: z.enum(answerScaleNames) },
    perGoal: z.boolean(),
  }),
  z.strictObject({ ...asked, kind: z.literal('text') }),
])
export type MomentItem = z.infer<typeof item>
export type MomentItemOf<Kind extends MomentItem['kind']> = Extract<MomentItem, { kind: Kind }>

/** The questions of one moment, in their order: data, so that a lead can choose others. */
export const momentForm = z
  .array(item)
  .min(1)
  .max(40)
  .superRefine((items, report) => {
    const keys = items.map((one) => one.key)
    if (new Set(keys).size < keys.length)
      report.addIssue({ code: 'custom', message: 'a question is there twice' })
    const asksGoals = items.filter(({ kind }) => kind === 'goal' || kind === 'goal-review')
    if (asksGoals.length > 1) report.addIssue({ code: 'custom', message: 'goals are asked twice' })
    const mentioned = items.flatMap((one) =>
      one.kind === 'mentions' ? one.levels.map((level) => `${one.mention} ${one.stance} ${level}`) : [],
    )
    if (new Set(mentioned).size < mentioned.length) {
      report.addIssue({ code: 'custom', message: 'one kind of mention is asked twice on one level' })
    }
  })
export type MomentForm = z.infer<typeof momentForm>
