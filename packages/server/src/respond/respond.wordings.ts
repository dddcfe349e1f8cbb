import { createHash } from 'node:crypto'
import { z } from 'zod'
import { phrase } from '../http/further-languages.ts'

/** One version of a check in another language: the same items and options, in their order. */
const said = z.strictObject({
  /** Which correction of these words it is, from 1. */
  wording: z.int().min(1).default(1),
  caution: phrase,
  /** The words under the faces, in the order of the instrument. */
  options: z.array(phrase).optional(),
  items: z.record(z.string(), z.strictObject({ question: phrase, low: phrase, high: phrase })),
  drawing: phrase.optional(),
  open: phrase,
})
/** A check in another language, in one wording. */
export type SaidCheck = z.infer<typeof said>

export const saidFile = z.strictObject({ audience: z.literal('client'), checks: z.record(z.string(), said) })
/** Wordings that were asked before: the first in front. */
export const earlierFile = z.strictObject({
  audience: z.literal('client'),
  checks: z.record(z.string(), z.array(said)),
})
/** A mark of each wording that was ever asked, by language and check, the first in front. */
export const publishedFile = z.record(z.string(), z.record(z.string(), z.array(z.string()).min(1)))

type Of = {
  tag: string
  checks: Readonly<Record<string, SaidCheck>>
  earlier: Readonly<Record<string, readonly SaidCheck[]>>
  /** By check, the marks of its wordings. */
  published: Readonly<Record<string, readonly string[]>>
}

/**
 * All wordings of each check in a language, the first in front and the one that is asked now at the end. Throws when words
 * that were asked are not there any more, or were changed without becoming a new wording: old answers keep theirs.
 */
export function wordingsOf({ tag, checks, earlier, published }: Of): Record<string, SaidCheck[]> {
  const gone = Object.keys(published).find((key) => checks[key] === undefined)
  if (gone !== undefined) throw new Error(`${gone} in ${tag} was asked, and is not in checks.json any more`)
  return Object.fromEntries(
    Object.entries(checks).map(([key, now]) => {
      const all = [...(earlier[key] ?? []), now]
      const marks = published[key] ?? []
      for (const [at, one] of all.entries()) {
        const mark = markOf(one)
        if (one.wording !== at + 1)
          throw new Error(`${key} in ${tag}: wording ${at + 1} is missing or not in its place`)
        if (marks[at] !== mark) throw new Error(changed(`${key} in ${tag}`, at + 1, mark))
      }
      if (marks.length !== all.length)
        throw new Error(`${key} in ${tag} was asked in ${marks.length} wordings, and ${all.length} are here`)
      return [key, all]
    }),
  )
}

function changed(name: string, wording: number, mark: string): string {
  return `${name} has other words than were published as wording ${wording}. Put the words that were asked in earlier.json, give the new ones the next "wording", and add the mark ${mark} to published.json.`
}

/** The same words give the same mark, whatever number they have. */
export function markOf({ wording: _, ...words }: SaidCheck): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16)
}
