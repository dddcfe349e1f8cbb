import { z } from 'zod'
import type { Language } from '../shared/language.ts'
import { plainWord } from '../shared/plain-word.ts'

/** Words that are typed in the library and mean the same, or lead to it; they stand in content/library/synonyms.json. */

const word = z
  .string()
  .regex(/^\p{Ll}[\p{Ll}\p{M}]+$/u)
  .max(40)

/** A word of `words` is looked for as all of them, and as those of `find`; a word of `find` only as itself. */
const group = z.strictObject({
  words: z.array(word).min(1).max(12),
  find: z.array(word).max(8).exactOptional(),
})

/** A word is typed for one thing only: it stands in the `words` of one group at most. */
const groups = z
  .array(group)
  .max(200)
  .refine((all) => isEachOnce(all.flatMap(({ words }) => words)), 'word-twice')
  .refine((all) => all.every(({ words, find = [] }) => isEachOnce([...words, ...find])), 'found-twice')

export const synonymFile = z.strictObject({ nl: groups, en: groups })
export type SynonymFile = z.infer<typeof synonymFile>

const isEachOnce = (words: readonly string[]) => new Set(words.map(plainWord)).size === words.length

/** What a word is looked for besides itself, and in whose language that stands. */
export type Also = { readonly language: Language; readonly words: readonly string[] }

export type Synonyms = {
  /** Null for a word that is in no group of either language; the searcher's language goes first. */
  readonly of: (word: string, language: Language) => Also | null
  /** All words that can be typed for others, as they are compared. */
  readonly typed: Readonly<Record<Language, readonly string[]>>
}

/** Endings by which a typed word differs from the one that is listed, in either language; the longest first. */
const endings = ['en', 'es', 's', 'n', 'e'] as const
/** Of shorter words an ending is a part. */
const shortest = 4

export function synonymsOf(file: SynonymFile): Synonyms {
  const known = { nl: byWord(file.nl), en: byWord(file.en) }
  return {
    typed: { nl: [...known.nl.keys()], en: [...known.en.keys()] },
    of: (typed, language) => {
      const forms = formsOf(plainWord(typed))
      for (const one of [language, language === 'nl' ? 'en' : 'nl'] as const) {
        const form = forms.find((each) => known[one].has(each))
        const all = form === undefined ? undefined : known[one].get(form)
        if (all !== undefined) {
          return { language: one, words: all.filter((each) => !forms.includes(plainWord(each))) }
        }
      }
      return null
    },
  }
}

function byWord(all: SynonymFile['nl']): ReadonlyMap<string, readonly string[]> {
  return new Map(
    all.flatMap(({ words, find = [] }) => words.map((one) => [plainWord(one), [...words, ...find]] as const)),
  )
}

function formsOf(word: string): string[] {
  const shorter = endings.flatMap((ending) =>
    word.endsWith(ending) && word.length - ending.length >= shortest ? [word.slice(0, -ending.length)] : [],
  )
  return [word, ...shorter]
}
