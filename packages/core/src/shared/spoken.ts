import { z } from 'zod'
import type { AddressForm, Language } from './language.ts'

/** A text that is said to a person: Dutch in both forms of address, English in one. */
export const spoken = z.strictObject({
  nl: z.strictObject({ u: z.string().min(1), je: z.string().min(1) }),
  en: z.string().min(1),
})
export type Spoken = z.infer<typeof spoken>

/** A text about people, for colleagues. */
export const bilingual = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })

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
