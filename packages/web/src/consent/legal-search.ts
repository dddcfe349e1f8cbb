import { type Language, languages } from '@weerklank/core/shared/language'

/** In which language the texts are wanted; left out: that of the screens. */
export type LegalSearch = { taal?: Language }

export function readLegalSearch(given: Record<string, unknown>): LegalSearch {
  const taal = languages.find((one) => one === given.taal)
  return taal === undefined ? {} : { taal }
}
