import { z } from 'zod'
import { spoken } from '../shared/spoken.schema.ts'
import { witnessQuestions } from './after.ts'

const question = z.strictObject({ key: z.enum(witnessQuestions), ask: spoken, hint: spoken })

/** What is asked after a meeting, in a version of its own: the four questions in their order, what came of it, and the closing one. */
export const afterFile = z
  .strictObject({
    version: z.int().min(1),
    source: z.string().min(1),
    questions: z.array(question).length(witnessQuestions.length),
    outcome: spoken,
    worth: z.strictObject({ ask: spoken, yes: spoken, partly: spoken, no: spoken }),
  })
  .refine(({ questions }) => questions.every(({ key }, index) => key === witnessQuestions[index]), 'order')
export type AfterContent = z.infer<typeof afterFile>
