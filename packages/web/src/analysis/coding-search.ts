/** Which text is open, and at whose words it begins. */
export type CodingSearch = { tekst?: string; bij?: string }

/** Which uitspraken: of a theme, voice, source, text and time, with words in them. */
export type QuotesSearch = {
  thema?: string
  stem?: string
  bron?: string
  tekst?: string
  van?: string
  tot?: string
  woorden?: string
}

export function readCodingSearch(given: Record<string, unknown>): CodingSearch {
  return texts(given, ['tekst', 'bij'])
}

export function readQuotesSearch(given: Record<string, unknown>): QuotesSearch {
  return texts(given, ['thema', 'stem', 'bron', 'tekst', 'van', 'tot', 'woorden'])
}

/** An address holds numbers too, where somebody looks for one. */
function texts<Name extends string>(
  given: Record<string, unknown>,
  names: Name[],
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = given[name]
    if (value !== undefined && value !== '') found[name] = String(value)
  }
  return found
}
