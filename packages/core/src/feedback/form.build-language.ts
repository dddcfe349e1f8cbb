import { type FormItem, type FormModel, type FormText, itemsOf } from './form.ts'

/** The language in which a form is written. */
export const sourceLanguage = (form: Pick<FormModel, 'language'>): string => form.language ?? 'nl'

/** What stands there in exactly this language; empty where nothing was written in it. */
export function wordsIn(text: FormText | undefined, language: string, source: string): string {
  if (language === source) return text?.text ?? ''
  return text?.translations?.[language] ?? ''
}

/** The text with other words in one language. An empty translation is none: the first language is shown. */
export function withWords(
  text: FormText | undefined,
  words: string,
  of: { language: string; source: string },
): FormText {
  if (of.language === of.source) return { ...text, text: words }
  const { [of.language]: _, ...others } = text?.translations ?? {}
  const translations = words === '' ? others : { ...others, [of.language]: words }
  const { translations: __, ...bare } = text ?? { text: '' }
  return Object.keys(translations).length === 0 ? bare : { ...bare, translations }
}

/** The language of the form first, then those in which some of it is written. */
export function languagesOf(form: FormModel): string[] {
  const found = new Set([sourceLanguage(form), ...Object.keys(form.title.translations ?? {})])
  for (const item of itemsOf(form.items)) {
    for (const text of textsOf(item)) for (const tag of Object.keys(text.translations ?? {})) found.add(tag)
  }
  return [...found]
}

function textsOf(item: FormItem): FormText[] {
  const options = (item.options ?? []).map(({ text }) => text)
  return [item.text, item.help, ...options].filter((text) => text !== undefined)
}
