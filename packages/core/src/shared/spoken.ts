import type { AddressForm, Language } from './language.ts'
import type { Spoken } from './spoken.schema.ts'

/** Whom a text is said to. */
export type Listener = { language: Language; address: AddressForm }

/** The text in the listener's language and form of address; `{name}` places are filled from `values`, others stay. */
export function say(text: Spoken, listener: Listener, values: Readonly<Record<string, string>> = {}): string {
  const chosen = listener.language === 'en' ? text.en : text.nl[listener.address]
  return fill(chosen, values)
}

/** Fills `{name}` places of a text; a place without a value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  )
}
