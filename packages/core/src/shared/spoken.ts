import type { AddressForm, FurtherLanguage, Language, RespondLanguage } from './language.ts'
import type { Spoken } from './spoken.schema.ts'

/** Whom a text is said to. */
export type Listener = { language: Language; address: AddressForm }

/** Whom a text is said to who may answer in another language than those of the screens. */
export type Reader = { language: RespondLanguage; address: AddressForm }

/** A sentence; in two forms where the form of address makes a difference. */
export type Phrase = string | { readonly u: string; readonly je: string }

/** A text with what it is in other languages, as far as that is known. */
export type Said = Spoken & { readonly [Tag in FurtherLanguage]?: Phrase }

/**
 * The text in the reader's language and form of address, Dutch where it is not known in hers; `{name}` places are filled from
 * `values`, others stay.
 */
export function say(text: Said, reader: Reader, values: Readonly<Record<string, string>> = {}): string {
  return fill(inForm(text[reader.language] ?? text.nl, reader.address), values)
}

/** A sentence in one form of address. */
export function inForm(phrase: Phrase, address: AddressForm): string {
  return typeof phrase === 'string' ? phrase : phrase[address]
}

/** All sentences of a dictionary, Dutch first and English with the same keys, as this listener is addressed. */
export function wordsTo<Key extends string>(
  { nl, en }: { nl: Readonly<Record<Key, Phrase>>; en: Readonly<Record<Key, string>> },
  { language, address }: Listener,
): Readonly<Record<Key, string>> {
  if (language === 'en') return en
  const chosen = Object.entries<Phrase>(nl).map(([key, phrase]) => [key, inForm(phrase, address)])
  return Object.fromEntries(chosen) as Record<Key, string>
}

/** Fills `{name}` places of a text; a place without a value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  )
}
