import { z } from 'zod'
import { purposes } from './consent.ts'

const words = z.string().trim().min(1).max(400)

/** One text, in one language, for one reader. Everything is said before the one question is asked. */
export const consentWording = z.strictObject({
  title: words,
  /** What happens, in a few short sentences. */
  what: z.array(words).min(2).max(5),
  /** What goes on, and what does not happen, after a no. */
  whatIfNo: words,
  whoSees: words,
  howLong: words,
  howToStop: words,
  question: words,
  /** The two answers: equally plain, and never chosen beforehand. */
  yes: words,
  no: words,
})
export type ConsentWording = z.infer<typeof consentWording>

const inBothLanguages = z.strictObject({ nl: consentWording, en: consentWording })

const consentTextParts = z.strictObject({
  /** Read by clients: the text check of the house reads the file. */
  audience: z.literal('client'),
  purpose: z.enum(purposes),
  version: z.int().min(1),
  /** Says something else than the version before: whoever said yes to an older one is asked again. */
  asksAgain: z.boolean(),
  levels: z.strictObject({
    professional: inBothLanguages,
    parent: inBothLanguages,
    child: inBothLanguages,
  }),
})

function fair(text: z.infer<typeof consentTextParts>, report: z.RefinementCtx): void {
  if (text.version === 1 && text.asksAgain) {
    report.addIssue({ code: 'custom', path: ['asksAgain'], message: 'the first version asks nobody again' })
  }
  for (const [level, both] of Object.entries(text.levels)) {
    for (const [language, { question, yes, no }] of Object.entries(both)) {
      const refuse = (message: string) =>
        report.addIssue({ code: 'custom', path: ['levels', level, language], message })
      if (!/^[^?]+\?$/.test(question)) refuse('the question must be one question')
      if (yes.toLowerCase() === no.toLowerCase()) refuse('yes and no must differ')
      if (/!/.test(yes + no)) refuse('an answer may not be pushed with an exclamation mark')
    }
  }
}

/**
 * A version of the text with which consent for one purpose is asked. Once published it never changes: what people decided
 * points at purpose and version. A new wording is a new version.
 */
export const consentTextSchema = consentTextParts.superRefine(fair)
export type ConsentText = z.infer<typeof consentTextSchema>
