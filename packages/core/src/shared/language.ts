/** Screens are Dutch first, English second. */
export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

/**
 * Languages in which somebody can answer a check besides those of the screens: what is said there is data
 * (content/languages), made by a machine until a person checked it.
 */
export const furtherLanguages = ['tr', 'ar', 'uk', 'pl'] as const
export type FurtherLanguage = (typeof furtherLanguages)[number]

/** All languages in which somebody can be asked and can answer. */
export const respondLanguages = [...languages, ...furtherLanguages] as const
export type RespondLanguage = (typeof respondLanguages)[number]

/** The language that a tag names, e.g. `ar` or `pl-PL`; undefined for any other text. */
export function respondLanguage(tag: string | undefined): RespondLanguage | undefined {
  const start = tag?.trim().toLowerCase().split('-')[0]
  return respondLanguages.find((language) => language === start)
}

/** The language of what exists in Dutch and English only, for somebody who answers in any language. */
export function screenLanguage(language: RespondLanguage): Language {
  return language === 'en' ? 'en' : 'nl'
}

/** How someone is spoken to: `u` for clients and parents, `je` for youths and colleagues (domain.md §9.7). */
export const addressForms = ['u', 'je'] as const
export type AddressForm = (typeof addressForms)[number]

/** A text in both languages. Dutch is the source. */
export type Bilingual = { readonly nl: string; readonly en: string }
