import { z } from 'zod'
import { requiredText } from '../shared/text-input.ts'
import { mentionLevels, mentionLimits, type NamedMention } from './mention.ts'

/** Keys of a starting codebook. */
const mentionCode = z
  .string()
  .max(80)
  .regex(/^[a-z]+(-[a-z]+)*$/)

/** What was named on one level: a code from the codebook, or words of one's own. */
export const namedMention = z.union([
  z.strictObject({ level: z.enum(mentionLevels), code: mentionCode }),
  z.strictObject({ level: z.enum(mentionLevels), body: requiredText(mentionLimits.signs) }),
]) satisfies z.ZodType<NamedMention>
