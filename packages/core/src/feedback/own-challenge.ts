import type { Bilingual, Language } from '../shared/language.ts'

/**
 * What professionals may recognise in themselves, without it being a fault (domain.md §1.2, S001): wanting to do it right and
 * passing over criticism; powerless, not knowing how to raise it; noticing distance or irritation and putting it off; unsure,
 * or carrying too much. Always tagged by herself, never by the machine or a colleague.
 */
export const ownChallenges = ['wanting-it-right', 'powerless', 'postponing', 'unsure'] as const
export type OwnChallenge = (typeof ownChallenges)[number]

const words: Record<OwnChallenge, Bilingual> = {
  'wanting-it-right': {
    nl: 'ik wil het goed doen en vraag niet door',
    en: 'I want to do it right and do not ask on',
  },
  powerless: { nl: 'ik weet niet hoe ik dit moet zeggen', en: 'I do not know how to say this' },
  postponing: { nl: 'ik merk afstand en stel het uit', en: 'I notice distance and put it off' },
  unsure: { nl: 'ik voel me onzeker of draag te veel', en: 'I feel unsure or carry too much' },
}

/** A challenge as the professional ticks it, in her own words; begins with a small letter. */
export function challengeWord(challenge: OwnChallenge, language: Language): string {
  return words[challenge][language]
}
