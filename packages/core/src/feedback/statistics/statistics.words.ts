import type { Bilingual, Language } from '../../shared/language.ts'
import { plainNumber } from '../../shared/number-words.ts'
import { fill } from '../../shared/spoken.ts'
import type { Caveat } from './caveats.ts'
import type { OwnChange } from './own-start.ts'
import type { Better, ChangeClass } from './reliable-change.ts'
import type { NonOverlap } from './single-case.ts'

// Read by clients as well: at most 15 words in a sentence, and no form of address.
const caveatWords: Record<Caveat, Bilingual> = {
  few: {
    nl: 'Er is nog maar weinig ingevuld (aantal: {n}). Een patroon is nog niet te zien.',
    en: 'Few answers came in so far (number: {n}). No pattern can be seen yet.',
  },
  provisional: {
    nl: 'Deze grenzen zijn voorlopig. Het aantal antwoorden is nog klein: {n}.',
    en: 'These limits are provisional. The number of answers is still small: {n}.',
  },
  'hangs-together': {
    nl: 'Elk antwoord lijkt hier op het antwoord ervoor. Een lange rij zegt dan minder.',
    en: 'Each answer resembles the answer before it. A long row then says less.',
  },
  alternates: {
    nl: 'De antwoorden gaan om en om omhoog en omlaag. De grenzen zijn dan te ruim.',
    en: 'The answers go up and down by turns. The limits are then too wide.',
  },
  ceiling: {
    nl: 'Veel antwoorden staan helemaal bovenaan. Hoger kan niet, dus groei is niet te zien.',
    en: 'Many answers stand at the very top. They cannot rise, so growth cannot be seen.',
  },
  clipped: {
    nl: 'Een grens viel buiten de schaal. Die staat nu op het eind van de schaal.',
    en: 'One limit fell outside the scale. It now stands at the end of the scale.',
  },
  gaps: {
    nl: 'Niet elke keer is er iets ingevuld. Wat er toen was, weten we niet.',
    en: 'Not every time was filled in. We do not know how it was then.',
  },
  'not-researched': {
    nl: 'Deze vragen zijn niet onderzocht. Ze zijn bedoeld als begin van een gesprek.',
    en: 'These questions were not researched. They are meant to start a talk.',
  },
}

/** A caveat in plain sentences; `n` is how many scores there are. */
export function caveatInWords(caveat: Caveat, n: number, language: Language): string {
  return fill(caveatWords[caveat][language], { n: String(n) })
}

const side = { higher: { nl: 'hoger', en: 'higher' }, lower: { nl: 'lager', en: 'lower' } } as const
const other: Record<Better, Better> = { higher: 'lower', lower: 'higher' }

/** A class of change in words that say what the numbers did, not how someone is doing. */
export function changeInWords(change: ChangeClass, better: Better, language: Language): string {
  const way = (of: Better) => side[of][language]
  const nl = {
    recovered: `De score is duidelijk ${way(better)} dan eerst, en voorbij de grens.`,
    improved: `De score is duidelijk ${way(better)} dan eerst.`,
    unchanged: 'Het verschil met eerst is klein. Het kan ook toeval zijn.',
    deteriorated: `De score is duidelijk ${way(other[better])} dan eerst.`,
  }
  const en = {
    recovered: `The score is clearly ${way(better)} than before, and past the limit.`,
    improved: `The score is clearly ${way(better)} than before.`,
    unchanged: 'The difference from before is small. It may also be chance.',
    deteriorated: `The score is clearly ${way(other[better])} than before.`,
  }
  return (language === 'nl' ? nl : en)[change]
}

/** The change against someone's own start, rounded to one decimal: what differs by less is told as the same. */
export function ownChangeInWords(
  { change, start }: Pick<OwnChange, 'change' | 'start'>,
  language: Language,
): string {
  const size = plainNumber(Math.abs(change), language, 1)
  const level = plainNumber(start.level, language, 1)
  if (size === '0')
    return language === 'nl'
      ? `Even hoog als aan het begin: ${level}.`
      : `The same as at the start: ${level}.`
  const way = side[change > 0 ? 'higher' : 'lower'][language]
  return language === 'nl'
    ? `${size} ${way} dan aan het begin. Toen was het ${level}.`
    : `${size} ${way} than at the start. It was ${level} then.`
}

/** Non-overlap as a count of comparisons, never as a percentage. */
export function overlapInWords(
  { pairs }: Pick<NonOverlap, 'pairs'>,
  better: Better,
  language: Language,
): string {
  const way = side[better][language]
  const { all, better: count, tied } = pairs
  const equal = {
    nl: tied === 0 ? '' : ` In ${tied} was het gelijk.`,
    en: tied === 0 ? '' : ` In ${tied} it was equal.`,
  }
  return language === 'nl'
    ? `In ${count} van de ${all} vergelijkingen was het later ${way}.${equal.nl}`
    : `In ${count} of ${all} comparisons it was ${way} later.${equal.en}`
}

/** Beside a chance: what it cannot say with so few points, or with points that hang together. */
export function chanceInWords(smallest: number, language: Language): string {
  if (smallest > 0.05)
    return language === 'nl'
      ? 'Met zo weinig metingen kan toeval nooit worden uitgesloten.'
      : 'With so few measurements chance can never be ruled out.'
  return language === 'nl'
    ? 'Dit geldt alleen als metingen los van elkaar staan. Dat is vaak niet zo.'
    : 'This only holds when measurements do not depend on each other. Often they do.'
}
