import type { RegisterRow, ResearchAnswer } from '@weerklank/core/consent/research.contract'
import { type Voice, voices } from '@weerklank/core/relation/relation'
import { voiceWord } from '@weerklank/core/relation/relation.words'
import type { Language } from '@weerklank/core/shared/language'

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

/** Below so many people a share says more than is known: counts only, and the screen says so. */
export const fewPeople = 20

/** `sep 2026: 2 · okt 2026: 1`; empty when there was none. Months are calendar months, as the register keeps them. */
export function momentsInWords(moments: RegisterRow['moments'], language: Language): string {
  const month = new Intl.DateTimeFormat(locales[language], {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return moments
    .toSorted((one, other) => (one.month < other.month ? -1 : 1))
    .map(({ month: day, received }) => `${month.format(new Date(`${day}T00:00:00Z`))}: ${received}`)
    .join(' · ')
}

/** `heard 5,4 · how 5`: by the names that the file has too. */
export function answersInWords(answers: ResearchAnswer['answers'], language: Language): string {
  const number = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 })
  return Object.entries(answers)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([item, value]) => `${item} ${number.format(value)}`)
    .join(' · ')
}

/** How someone takes part, in words; a kind that is not known here stays as it is kept. */
export function voiceInWords(voice: string, language: Language): string {
  const known = voices.find((one: Voice) => one === voice)
  return known === undefined ? voice : voiceWord(known, language)
}
