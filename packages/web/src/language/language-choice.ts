import { type Language, languages } from '@weerklank/core/shared/language'

const storageKey = 'weerklank.language'
const listeners = new Set<() => void>()
let current: Language = storedLanguage() ?? browserLanguage()

function storedLanguage(): Language | undefined {
  try {
    return known(localStorage.getItem(storageKey))
  } catch {
    // Storage can be closed off (private window, policy): then the browser's language decides each time.
    return undefined
  }
}

function browserLanguage(): Language {
  const wanted = globalThis.navigator?.languages ?? []
  return wanted.map((tag) => known(tag.slice(0, 2).toLowerCase())).find((tag) => tag !== undefined) ?? 'nl'
}

function known(tag: string | null): Language | undefined {
  return languages.find((language) => language === tag)
}

export function currentLanguage(): Language {
  return current
}

/** Switches all screens at once and remembers it on this device, also for the sign-in page. */
export function chooseLanguage(language: Language): void {
  current = language
  document.documentElement.lang = language
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // See storedLanguage: the choice then holds until the page is closed.
  }
  for (const listener of listeners) listener()
}

export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
