import type { Language } from '../shared/language.ts'
import { countWord } from '../shared/number-words.ts'
import type { RunChartAnnotation, RunChartAnnotationKind } from './run-chart-input.ts'

/** Lowest and highest of some scores, as people write them. */
export type RangeText = { readonly low: string; readonly high: string }

/** A note as a sentence names it; the date only where several of its kind stand in the picture. */
export type NamedNote = Pick<RunChartAnnotation, 'kind'> & { readonly dateLabel: string }

/** The sentences a run chart can say, without capital and full stop. Scores come as text. */
export type RunChartPhrases = {
  nothingYet(name: string): string
  noneAnswered(name: string, count: number): string
  once(name: string, score: string, when: string): string
  firstThen(name: string, first: string, last: string): string
  same(name: string, count: number, score: string): string
  lastSame(name: string, count: number, score: string): string
  steady(name: string, range: RangeText): string
  each(name: string, direction: 'higher' | 'lower', ends: { first: string; last: string }): string
  firstAndLast(name: string, count: number, ranges: { first: RangeText; last: RangeText }): string
  below(name: string, times: { count: number; of: number }, cutoff: string): string
  between(name: string, range: RangeText): string
  after(name: string, note: NamedNote, then: AfterNote): string
  turned(direction: 'higher' | 'lower', when: string, score: string): string
  lastMissed(count: number): string
  manyMissed(count: number, of: number): string
  onDay(label: string): string
  notFilledIn: string
  underLine(cutoff: string): string
  onPaper: string
}

/** The answers after a note: all higher or lower than the one before it, or of both kinds. */
export type AfterNote = {
  readonly count: number
  readonly direction: 'higher' | 'lower' | 'mixed'
  readonly range: RangeText
}

const notesNl: Readonly<Record<RunChartAnnotationKind, string>> = {
  repair: 'het herstelgesprek',
  agreement: 'de afspraak',
  meeting: 'het gesprek',
  rupture: 'het moment waarop het schuurde',
  changed: 'de verandering',
}
const higherNl = { higher: 'hoger', lower: 'lager' } as const
const timesNl = (count: number) => `${countWord(count, 'nl')} keer`
const rangeNl = ({ low, high }: RangeText) =>
  low === high ? `een ${low}` : `een cijfer tussen ${low} en ${high}`

const nl: RunChartPhrases = {
  nothingYet: (name) => `er zijn nog geen antwoorden van ${name}`,
  noneAnswered: (name, count) =>
    count === 1
      ? `op de vraag aan ${name} kwam geen antwoord`
      : `op ${countWord(count, 'nl')} vragen aan ${name} kwam geen antwoord`,
  once: (name, score, when) => `${name} gaf ${when} een ${score}`,
  firstThen: (name, first, last) => `${name} gaf eerst een ${first} en daarna een ${last}`,
  same: (name, count, score) => `${name} gaf ${timesNl(count)} een ${score}`,
  lastSame: (name, count, score) => `de laatste ${timesNl(count)} gaf ${name} een ${score}`,
  steady: (name, { low, high }) => `${name} gaf steeds ongeveer hetzelfde cijfer: tussen ${low} en ${high}`,
  each: (name, direction, { first, last }) =>
    `${name} gaf elke keer een ${higherNl[direction]} cijfer: van ${first} naar ${last}`,
  firstAndLast: (name, count, { first, last }) =>
    `${name} gaf de eerste ${timesNl(count)} ${rangeNl(first)} en de laatste ${timesNl(count)} ${rangeNl(last)}`,
  below: (name, { count, of }, cutoff) =>
    count === of
      ? `${name} gaf alle ${timesNl(of)} een cijfer onder ${cutoff}`
      : `${name} gaf ${countWord(count, 'nl')} van de ${timesNl(of)} een cijfer onder ${cutoff}`,
  between: (name, { low, high }) => `${name} gaf cijfers tussen ${low} en ${high}`,
  after: (name, { kind, dateLabel }, { count, direction, range }) => {
    const start = `na ${notesNl[kind]}${dateLabel === '' ? '' : ` van ${dateLabel}`} gaf ${name}`
    if (direction === 'mixed') return `${start} ${rangeNl(range)}`
    const word = higherNl[direction]
    return count === 1
      ? `${start} een ${word} cijfer: ${range.low}`
      : `${start} ${timesNl(count)} ${word.replace('ger', 'gere')} cijfers`
  },
  turned: (direction, when, score) => `${when} viel het ${higherNl[direction]} uit: ${score}`,
  lastMissed: (count) =>
    count === 1
      ? 'op de laatste vraag kwam geen antwoord'
      : `op de laatste ${countWord(count, 'nl')} vragen kwam geen antwoord`,
  manyMissed: (count, of) =>
    `op ${countWord(count, 'nl')} van de ${countWord(of, 'nl')} vragen kwam geen antwoord`,
  onDay: (label) => `op ${label}`,
  notFilledIn: 'niet ingevuld',
  underLine: (cutoff) => `onder ${cutoff}`,
  onPaper: 'op papier ingevuld',
}

const notesEn: Readonly<Record<RunChartAnnotationKind, string>> = {
  repair: 'the repair talk',
  agreement: 'the agreement',
  meeting: 'the meeting',
  rupture: 'the moment of strain',
  changed: 'the change',
}
const timesEn = (count: number) => ['', 'once', 'twice'][count] || `${countWord(count, 'en')} times`
const rangeEn = ({ low, high }: RangeText) => (low === high ? low : `between ${low} and ${high}`)

const en: RunChartPhrases = {
  nothingYet: (name) => `there are no answers from ${name} yet`,
  noneAnswered: (name, count) =>
    count === 1
      ? `the check for ${name} got no answer`
      : `${countWord(count, 'en')} checks for ${name} got no answer`,
  once: (name, score, when) => `${name} gave ${score} ${when}`,
  firstThen: (name, first, last) => `${name} first gave ${first} and then ${last}`,
  same: (name, count, score) => `${name} gave ${score} ${timesEn(count)}`,
  lastSame: (name, count, score) => `the last ${countWord(count, 'en')} times ${name} gave ${score}`,
  steady: (name, range) => `${name} gave about the same score each time: ${rangeEn(range)}`,
  each: (name, direction, { first, last }) =>
    `${name} gave a ${direction} score each time: from ${first} to ${last}`,
  firstAndLast: (name, count, { first, last }) => {
    const times = `${countWord(count, 'en')} times`
    return `${name} gave ${rangeEn(first)} the first ${times} and ${rangeEn(last)} the last ${times}`
  },
  below: (name, { count, of }, cutoff) =>
    count === of
      ? `${name} gave a score below ${cutoff} all ${countWord(of, 'en')} times`
      : `${name} gave a score below ${cutoff} ${countWord(count, 'en')} out of ${countWord(of, 'en')} times`,
  between: (name, range) => `${name} gave scores ${rangeEn(range)}`,
  after: (name, { kind, dateLabel }, { count, direction, range }) => {
    const start = `after ${notesEn[kind]}${dateLabel === '' ? '' : ` of ${dateLabel}`} ${name} gave`
    if (direction === 'mixed') return `${start} ${rangeEn(range)}`
    return count === 1
      ? `${start} a ${direction} score: ${range.low}`
      : `${start} ${direction} scores ${timesEn(count)}`
  },
  turned: (direction, when, score) => `${when} it came out ${direction}: ${score}`,
  lastMissed: (count) =>
    count === 1 ? 'the last check got no answer' : `the last ${countWord(count, 'en')} checks got no answer`,
  manyMissed: (count, of) => `${countWord(count, 'en')} of the ${countWord(of, 'en')} checks got no answer`,
  onDay: (label) => `on ${label}`,
  notFilledIn: 'not filled in',
  underLine: (cutoff) => `below ${cutoff}`,
  onPaper: 'filled in on paper',
}

/** The sentences in both languages. */
export const runChartPhrases: Readonly<Record<Language, RunChartPhrases>> = { nl, en }
