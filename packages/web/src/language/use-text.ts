import type { Language } from '@weerklank/core/shared/language'
import { useSyncExternalStore } from 'react'
import type { Dictionary } from './dictionary.ts'
import { currentLanguage, onLanguageChange } from './language-choice.ts'

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChange, currentLanguage)
}

/** The texts of one dictionary in the language of this person. */
export function useText<Texts>(texts: Dictionary<Texts>): Texts {
  return texts[useLanguage()]
}
