import type { RespondLanguage } from './language.ts'

/**
 * A name as it stands inside a sentence. "Meneer De Wit" is a name on a card; a Dutch sentence says "meneer De Wit": a title
 * loses its capital, and what follows it keeps the capital that a name without a first name has. All else stays as it was
 * typed, and other languages keep the capital of a title.
 */
export function nameInSentence(name: string, language: RespondLanguage): string {
  if (language !== 'nl') return name
  return name.replace(/^(?:Meneer|Mevrouw|Mijnheer)(?= )/, (title) => title.toLowerCase())
}
