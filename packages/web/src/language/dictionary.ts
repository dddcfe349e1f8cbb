import type { Language } from '@weerklank/core/shared/language'

/** The texts of a part of the screens in both languages. */
export type Dictionary<Texts> = Readonly<Record<Language, Texts>>

/** Dutch is the source: the compiler refuses an English half that misses a text, or has one more. */
export function dictionary<Texts extends object>(texts: {
  nl: Texts
  en: NoInfer<Texts>
}): Dictionary<Texts> {
  return texts
}
