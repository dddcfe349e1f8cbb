import type { AddressForm, Language } from './language.ts'
import type { Spoken } from './spoken.schema.ts'

/** Whom a text is said to. */
export type Listener = { language: Language; address: AddressForm }

/** The text in the listener's language and form of address; `{name}` places are filled from `values`, others stay. */
export function say(text: Spoken, listener: Listener, values: Readonly<Record<string, string>> = {}): string {
  const chosen = listener.language === 'en' ? text.en : text.nl[listener.address]
  return fill(chosen, values)
}

/** A Dutch sentence; in two forms where the form of address makes a difference. */
export type Phrase = string | { readonly u: string; readonly je: string }

/** All sentences of a dictionary, Dutch first and English with the same keys, as this listener is addressed. */
export function wordsTo<Key extends string>(
  { nl, en }: { nl: Readonly<Record<Key, Phrase>>; en: Readonly<Record<Key, string>> },
  { language, address }: Listener,
): Readonly<Record<Key, string>> {
  if (language === 'en') return en
  const chosen = Object.entries<Phrase>(nl).map(([key, phrase]) => [
    key,
    typeof phrase === 'string' ? phrase : phrase[address],
  ])
  return Object.fromEntries(chosen) as Record<Key, string>
}

/** Fills `{name}` places of a text; a place without a value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  )
}
