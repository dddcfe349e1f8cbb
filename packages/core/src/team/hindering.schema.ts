import { z } from 'zod'
import { requiredText } from '../shared/text-input.ts'

/**
 * What hinders working together, as cards to begin a talk with (content/team/hindering.json): questions about us, never a
 * label on anybody. Each card also asks for the other side of it.
 */
const words = (most: number) => z.strictObject({ nl: requiredText(most), en: requiredText(most) })

const card = z.strictObject({
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  title: words(80),
  about: words(300),
  questions: z.array(words(200)).min(2).max(4),
  /** What is good about it all the same, or what should be left alone. */
  shadow: words(200),
})
export type HinderingCard = z.infer<typeof card>

/** The file of the cards, checked as a whole: every key stands in it once. */
export const hinderingCards = z.strictObject({
  version: z.int().min(1),
  source: z.strictObject({ text: requiredText(500) }),
  provenance: z.literal('own-words'),
  licence: z.literal('cc-by-sa-4.0'),
  cards: z
    .array(card)
    .length(5)
    .refine((cards) => new Set(cards.map(({ key }) => key)).size === cards.length, 'key-twice'),
})
export type HinderingCards = z.infer<typeof hinderingCards>
