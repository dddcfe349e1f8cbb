import type { Language } from '../shared/language.ts'

const counts: Readonly<Record<Language, readonly string[]>> = {
  nl: ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
}

/** A count as one writes it in a sentence: in words up to ten, in digits above. */
export function countWord(count: number, lang: Language): string {
  return counts[lang][count] ?? String(count)
}

/** A number as people write it: at most `decimals` decimals (2 when not told), a comma in Dutch. */
export function plainNumber(value: number, lang: Language, decimals = 2): string {
  const text = String(Number(value.toFixed(decimals)))
  return lang === 'nl' ? text.replace('.', ',') : text
}

/** A sentence begins with a capital; the rest of the text stays as it is. */
export function asSentenceStart(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}
