import type { Language } from '../shared/language.ts'
import { plainNumber } from '../shared/number-words.ts'
import type { SmallLine, SmallMultiplesInput } from './small-multiples.ts'

/** Smaller differences are only the hand that moved a slider. */
const worthSaying = 0.5

const words = {
  nl: {
    none: 'Er is nog niets ingevuld.',
    once: 'Elke vraag is nog maar één keer ingevuld.',
    cross: 'Een kruisje betekent: niet ingevuld.',
    near: 'Bij elke vraag lag het eerste cijfer dicht bij het laatste.',
    most: (label: string, first: string, last: string) =>
      `Het meest veranderde “${label}”: eerst een ${first}, nu een ${last}.`,
  },
  en: {
    none: 'Nothing was filled in yet.',
    once: 'Each question was filled in only once so far.',
    cross: 'A cross means: not filled in.',
    near: 'For each question the first score was close to the last.',
    most: (label: string, first: string, last: string) =>
      `“${label}” changed the most: first ${first}, now ${last}.`,
  },
} as const satisfies Record<Language, unknown>

type Source = Pick<SmallMultiplesInput, 'lang' | 'lines'>

/**
 * What small multiples show: which question changed most, and what a cross is where there is one. No cause, no judgement.
 */
export function smallMultiplesSentence({ lang, lines }: Source): string {
  const say = words[lang]
  const given = lines.flatMap(({ values }) => values.map((value) => value !== null))
  const isMissed = given.includes(true) && given.includes(false)
  return [changeIn({ lang, lines }), ...(isMissed ? [say.cross] : [])].join(' ')
}

function changeIn({ lang, lines }: Source): string {
  const say = words[lang]
  const told = lines.flatMap((one) => endsOf(one) ?? [])
  if (told.length === 0) return say.none
  const moved = told.filter(({ count }) => count > 1)
  const [most] = moved.toSorted((a, b) => b.by - a.by)
  if (most === undefined) return say.once
  if (most.by < worthSaying - 1e-9) return say.near
  return say.most(most.label, plainNumber(most.first, lang, 1), plainNumber(most.last, lang, 1))
}

function endsOf({ label, values }: SmallLine) {
  const given = values.filter((value) => value !== null && Number.isFinite(value))
  const [first, last] = [given[0], given.at(-1)]
  if (typeof first !== 'number' || typeof last !== 'number') return undefined
  return { label, first, last, count: given.length, by: Math.abs(last - first) }
}
