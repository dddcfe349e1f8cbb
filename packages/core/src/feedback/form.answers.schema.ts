import { z } from 'zod'
import type { FormAnswers } from './form.answers.ts'
import { formDepthLimit } from './form.ts'

/** Answers to a form as a screen sends them back that was given them: bounded in depth; how much there is the body bounds. */

const text = z.string().max(20_000)
const optional = text.optional()
const unit = { unit: optional, system: optional, code: optional }
const value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('boolean'), value: z.boolean() }),
  z.strictObject({ kind: z.enum(['integer', 'decimal']), value: z.number() }),
  z.strictObject({ kind: z.enum(['string', 'date', 'dateTime', 'time', 'url']), value: text }),
  z.strictObject({
    kind: z.literal('coding'),
    value: z.strictObject({ system: optional, version: optional, code: optional, display: optional }),
  }),
  z.strictObject({
    kind: z.literal('quantity'),
    value: z.strictObject({ ...unit, value: z.number().optional(), comparator: optional }),
  }),
  z.strictObject({
    kind: z.literal('reference'),
    value: z.strictObject({ reference: optional, display: optional }),
  }),
  z.strictObject({
    kind: z.literal('attachment'),
    value: z.strictObject({ contentType: optional, title: optional, url: optional }),
  }),
])

const answer = z.strictObject({
  linkId: text,
  get values() {
    return z.array(answered).optional()
  },
  get items() {
    return z.array(answer).optional()
  },
})
const answered = z.strictObject({
  value,
  get items() {
    return z.array(answer).optional()
  },
})
// They stand inside themselves: in a description of the interface they have these names.
z.globalRegistry.add(answer, { id: 'FormAnswer' })
z.globalRegistry.add(answered, { id: 'FormAnswerValue' })

export const formAnswersSchema = z
  // First of all, and level by level: what goes on into the deep would never come back.
  .preprocess(
    (answers, context) => {
      if (isTooDeep(answers)) context.addIssue({ code: 'custom', message: 'deep' })
      return answers
    },
    z.strictObject({ items: z.array(answer) }),
  ) as unknown as z.ZodType<FormAnswers>

function isTooDeep(answers: unknown): boolean {
  let level = partsOf(answers)
  // A question stands in a group or under a value: two steps for one.
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > 2 * formDepthLimit) return true
    level = level.flatMap(partsOf)
  }
  return false
}

function partsOf(of: unknown): unknown[] {
  if (typeof of !== 'object' || of === null) return []
  const { items, values } = of as { items?: unknown; values?: unknown }
  return [items, values].flatMap((list): unknown[] => (Array.isArray(list) ? list : []))
}
