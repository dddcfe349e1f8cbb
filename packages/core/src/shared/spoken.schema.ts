import { z } from 'zod'

/** A text that is said to a person: Dutch in both forms of address, English in one. */
export const spoken = z.strictObject({
  nl: z.strictObject({ u: z.string().min(1), je: z.string().min(1) }),
  en: z.string().min(1),
})
export type Spoken = z.infer<typeof spoken>

/** A text about people, for colleagues. */
export const bilingual = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })
