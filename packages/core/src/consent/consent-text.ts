import type { Language } from '../shared/language.ts'
import type { DeciderRole, Purpose, ReadingLevel } from './consent.ts'
import type { ConsentText, ConsentWording } from './consent-text.schema.ts'

/** `research@1`, for messages and keys. */
export function consentTextKey(text: { purpose: Purpose; version: number }): string {
  return `${text.purpose}@${text.version}`
}

/** The newest version of a purpose: the one that is asked with. Throws when there is none: each purpose has its text. */
export function newestText(texts: Iterable<ConsentText>, purpose: Purpose): ConsentText {
  const [newest] = [...texts]
    .filter((text) => text.purpose === purpose)
    .toSorted((a, b) => b.version - a.version)
  if (newest === undefined) throw new Error(`There is no consent text for ${purpose}`)
  return newest
}

/** The newest version that asks again: a yes to an older one no longer counts. 1 when none does. */
export function asksAgainFrom(texts: Iterable<ConsentText>, purpose: Purpose): number {
  const asking = [...texts].filter((text) => text.purpose === purpose && text.asksAgain)
  return Math.max(1, ...asking.map((text) => text.version))
}

/** The text as one reader gets it. */
export function wordingOf(text: ConsentText, level: ReadingLevel, language: Language): ConsentWording {
  return text.levels[level][language]
}

/**
 * How a text is written for someone unless she chooses otherwise: colleagues read the professional's, who is under 18 and
 * decides for herself the child's (it says `je`), all others the parent's (it says `u`).
 */
export function defaultReadingLevel(reader: {
  age: number | null
  as: DeciderRole
  isMember: boolean
}): ReadingLevel {
  if (reader.as !== 'self') return 'parent'
  if (reader.age !== null && reader.age < 18) return 'child'
  return reader.isMember ? 'professional' : 'parent'
}
