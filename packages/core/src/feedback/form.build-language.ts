import type { ReadingLevel } from '../consent/consent.ts'
import { textsIn } from './form.level.ts'
import type { FormModel, FormText, FormWording } from './form.ts'

/** The language in which a form is written. */
export const sourceLanguage = (form: Pick<FormModel, 'language'>): string => form.language ?? 'nl'

/** In which language and for which reading level one writes; `source` is the language of the form. */
export type Writing = { language: string; source: string; level: ReadingLevel }

/** What stands there in exactly this language and for this level; empty where nothing was written so. */
export function wordsIn(text: FormText | undefined, { language, source, level }: Writing): string {
  const wording: FormWording | undefined = level === 'parent' ? text : text?.levels?.[level]
  if (language === source) return wording?.text ?? ''
  return wording?.translations?.[language] ?? ''
}

/**
 * The text with other words in one language at one level. Empty words of another language or level are none: those of the first
 * language, or the plain ones, are shown.
 */
export function withWords(text: FormText | undefined, words: string, writing: Writing): FormText {
  const { level } = writing
  const plain = text ?? { text: '' }
  if (level === 'parent') {
    const { levels } = plain
    return { text: '', ...wordingWith(plain, words, writing), ...(levels && { levels }) }
  }
  const { levels = {}, ...rest } = plain
  const { [level]: before, ...others } = levels
  const { text: own, translations } = wordingWith(before, words, writing)
  const wording = {
    ...(own !== undefined && own !== '' && { text: own }),
    ...(translations && { translations }),
  }
  const now = Object.keys(wording).length === 0 ? others : { ...others, [level]: wording }
  return Object.keys(now).length === 0 ? rest : { ...rest, levels: now }
}

function wordingWith(
  before: FormWording | undefined,
  words: string,
  { language, source }: Writing,
): FormWording {
  const { text, translations } = before ?? {}
  if (language === source) return { text: words, ...(translations && { translations }) }
  const { [language]: _, ...others } = translations ?? {}
  const now = words === '' ? others : { ...others, [language]: words }
  return { ...(text !== undefined && { text }), ...(Object.keys(now).length > 0 && { translations: now }) }
}

/** The language of the form first, then those in which some of it is written. */
export function languagesOf(form: FormModel): string[] {
  const found = new Set([sourceLanguage(form)])
  for (const { text } of textsIn(form)) {
    for (const wording of [text, ...Object.values(text.levels ?? {})])
      for (const tag of Object.keys(wording.translations ?? {})) found.add(tag)
  }
  return [...found]
}
