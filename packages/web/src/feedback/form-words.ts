import type { Language } from '@weerklank/core/shared/language'

/** What a language is called, by its tag; the tag itself where nobody knows it. */
export function languageName(tag: string, language: Language): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag
  } catch {
    // A form may call its language anything.
    return tag
  }
}

/** The name at the end of the address of an extension: `http://…/StructureDefinition/questionnaire-unit` is hard to read over. */
export function shortName(named: string): string {
  return /^https?:\/\/\S+\/StructureDefinition\/([\w.-]+)$/.exec(named)?.[1] ?? named
}
