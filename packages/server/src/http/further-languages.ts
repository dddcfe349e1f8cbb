import { readFileSync } from 'node:fs'
import { type FurtherLanguage, furtherLanguages, type RespondLanguage } from '@weerklank/core/shared/language'
import { inForm, type Reader } from '@weerklank/core/shared/spoken'
import { z } from 'zod'

/** A sentence, in two forms where the language has a polite one. */
export const phrase = z.union([
  z.string().min(1),
  z.strictObject({ u: z.string().min(1), je: z.string().min(1) }),
])
const phrases = z.record(z.string(), phrase)

const pageFile = z.strictObject({
  audience: z.literal('client'),
  about: z.strictObject({
    tag: z.enum(furtherLanguages),
    /** As the language calls itself. */
    name: z.string().min(1),
    direction: z.enum(['ltr', 'rtl']),
    /** `checked` as soon as somebody who speaks the language has read it all: then the notice goes. */
    status: z.enum(['machine-made', 'checked']),
    /** Said on each page while nobody has checked it. */
    notice: z.string().min(1),
    /** Said on pages that are in Dutch and English only. */
    elsewhere: z.string().min(1),
  }),
  words: phrases,
  rest: phrases,
  problems: phrases,
  letter: phrases,
})
/** The words around a form; its questions are its own. */
const formFile = z.strictObject({ audience: z.literal('client'), words: phrases })

type PageFile = z.infer<typeof pageFile> & { form: z.infer<typeof phrases> }
type Part = 'words' | 'rest' | 'problems' | 'letter' | 'form'

/** Reads a file of content/languages; a broken one stops the start and is named. */
export function readLanguageFile(tag: FurtherLanguage, name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../../../../content/languages/${tag}/${name}.json`, import.meta.url), 'utf8'),
  )
}

/** Which wordings were ever asked, of all languages. */
export function readPublished(): unknown {
  return JSON.parse(
    readFileSync(new URL('../../../../content/languages/published.json', import.meta.url), 'utf8'),
  )
}

function load(tag: FurtherLanguage): PageFile {
  try {
    const file = pageFile.parse(readLanguageFile(tag, 'page'))
    if (file.about.tag !== tag) throw new Error(`says that it is ${file.about.tag}`)
    return { ...file, form: formFile.parse(readLanguageFile(tag, 'form')).words }
  } catch (cause) {
    throw new Error(`content/languages/${tag}/page.json or form.json cannot be used`, { cause })
  }
}

const files = new Map<RespondLanguage, PageFile>(furtherLanguages.map((tag) => [tag, load(tag)]))

/** What a language says about itself; undefined for Dutch and English. */
export function aboutLanguage(language: RespondLanguage): PageFile['about'] | undefined {
  return files.get(language)?.about
}

/**
 * A dictionary in a further language, as this reader is addressed; what nobody translated yet stays as it is in `source`. The
 * source itself for Dutch and English.
 */
export function inFurther<Key extends string>(
  part: Part,
  source: Readonly<Record<Key, string>>,
  { language, address }: Reader,
): Readonly<Record<Key, string>> {
  const file = files.get(language)
  if (file === undefined) return source
  const said = Object.entries(file[part]).map(([key, text]) => [key, inForm(text, address)])
  return { ...source, ...Object.fromEntries(said) }
}

/** All languages in which somebody can be asked, as each calls itself. */
export const languageNames: ReadonlyMap<RespondLanguage, string> = new Map<RespondLanguage, string>([
  ['nl', 'Nederlands'],
  ['en', 'English'],
  ...[...files].map(([tag, { about }]) => [tag, about.name] as const),
])
