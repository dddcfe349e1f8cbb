import type { Language, RespondLanguage } from './language.ts'

const counts: Readonly<Record<Language, readonly string[]>> = {
  nl: ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
}

// Halves are not exact in binary: the mean of 7.4 and 7.5 must read 7.5, whatever the sum left behind.
const rounding = 1e-9

/** A count as one writes it in a sentence: in words up to ten, in digits above; in further languages always in digits. */
export function countWord(count: number, language: RespondLanguage): string {
  const words = language === 'nl' || language === 'en' ? counts[language] : []
  return words[count] ?? String(count)
}

/** A number with exactly so many decimals (0 to 6), halves rounded up; a comma in Dutch. */
export function fixedNumber(value: number, language: RespondLanguage, decimals: number): string {
  const factor = 10 ** decimals
  return inLanguage((Math.round(value * factor + rounding) / factor).toFixed(decimals), language)
}

/** A number as people write it: at most `decimals` decimals (2 when not told), none that say nothing; a comma in Dutch. */
export function plainNumber(value: number, language: RespondLanguage, decimals = 2): string {
  const factor = 10 ** decimals
  return inLanguage(String(Math.round(value * factor + rounding) / factor), language)
}

/** Arabic writes numbers as English does here: Western digits with a point, as they stand on the line. */
function inLanguage(digits: string, language: RespondLanguage): string {
  return language === 'en' || language === 'ar' ? digits : digits.replace('.', ',')
}
