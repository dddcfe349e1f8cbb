import { z } from 'zod'
import { spoken } from '../shared/spoken.schema.ts'
import { mentionKinds, mentionLevels, mentionStances } from './mention.ts'
import { answerScaleNames, type MomentForm } from './moment-form.ts'

const key = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
const asked = { key, ask: spoken, hint: spoken.optional() }

const item = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('goal') }),
  z.strictObject({ ...asked, kind: z.literal('goal-review'), key: z.literal('goal-kept') }),
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
  z.strictObject({
    ...{ ...asked, kind: z.literal('choice'), scale: z.enum(answerScaleNames) },
    perGoal: z.boolean(),
  }),
  z.strictObject({ ...asked, kind: z.literal('text') }),
])

/** The questions of one moment, in their order: data, so that a lead can choose others. */
export const momentForm: z.ZodType<MomentForm> = z
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
