import type { Language } from '../shared/language.ts'
import { fixedNumber, plainNumber } from '../shared/number-words.ts'
import type { GroupLikeness, NoLikeness, Spread } from './spread.ts'

/** How people see one question: about the same, partly the same, or each differently. No verdict on anybody. */
export const agreements = ['alike', 'partly', 'apart'] as const
export type Agreement = (typeof agreements)[number]

/** Customary bounds for rwg (domain.md §4.2: .70; below .50 it is called weak). They only turn a number into words. */
const bounds = { alike: 0.7, partly: 0.5 } as const

// Numbers that are equal on paper may differ in their last bit.
const rounding = 1e-9

/** How far people see a question the same way; null when there are too few answers to say so. */
export function agreementOf({ rwg }: Pick<Spread, 'rwg'>): Agreement | null {
  if (rwg === null) return null
  if (rwg >= bounds.alike - rounding) return 'alike'
  return rwg >= bounds.partly - rounding ? 'partly' : 'apart'
}

type Words = {
  agreement: Record<Agreement, string>
  range: (from: string, to: string) => string
  allOn: (value: string) => string
  invite: Record<Agreement, string>
  noAnswer: string
  one: string
  reckoned: (told: { n: string; mean: string; sd: string; rwg: string }) => string[]
  over: (rwg: string) => string
  caveats: readonly string[]
  likeness: (told: { icc1: string; icc2: string }) => string[]
  noLikeness: Record<NoLikeness, string>
}

const nl: Words = {
  agreement: {
    alike: 'Jullie zien dit ongeveer hetzelfde',
    partly: 'Jullie zien dit deels hetzelfde',
    apart: 'Jullie zien dit verschillend',
  },
  range: (from, to) => `de antwoorden lopen van ${from} tot ${to}`,
  allOn: (value) => `iedereen koos ${value}`,
  invite: {
    alike: 'Vraag elkaar toch wat ieder erbij voor ogen had.',
    partly: 'Vertel elkaar waar jullie aan dachten.',
    apart: 'Begin hier: vertel elkaar wat ieder ziet.',
  },
  noAnswer: 'Op deze vraag is niet geantwoord.',
  one: 'Er is één antwoord. Dat zegt niets over samen.',
  reckoned: ({ n, mean, sd, rwg }) => [
    `${n} antwoorden, gemiddeld ${mean}. De standaardafwijking is ${sd}.`,
    `De overeenstemming (rwg) is ${rwg}. Daarbij is 0 verdeeld als bij toeval, en 1 allemaal gelijk.`,
  ],
  over: (rwg) => `Over alle vragen samen is de overeenstemming (rwg(j)) ${rwg}.`,
  caveats: [
    'Vanaf 0,70 noemen we het ‘ongeveer hetzelfde’, onder 0,50 ‘verschillend’. Dat is een gewoonte, geen wet.',
    'Geeft bijna iedereen overal hoge cijfers? Dan lijken jullie het eens, ook als dat niet zo is.',
    'Bij weinig mensen verandert één antwoord deze getallen al sterk.',
    'Een verschil is geen fout. Het is een begin van een gesprek.',
  ],
  likeness: ({ icc1, icc2 }) => [
    `ICC(1) is ${icc1}: zo veel zegt de groep over wat iemand antwoordt.`,
    `ICC(2) is ${icc2}: zo vast is het gemiddelde van een groep.`,
  ],
  noLikeness: {
    'one-group': 'Met één team bestaat er geen ICC: er is niets om mee te vergelijken.',
    'too-few': 'Er zijn te weinig antwoorden per groep voor een ICC.',
    'all-the-same': 'De groepen hebben hetzelfde gemiddelde: een ICC zegt dan niets.',
  },
}

const en: Words = {
  agreement: {
    alike: 'You see this about the same way',
    partly: 'You see this partly the same way',
    apart: 'You see this differently',
  },
  range: (from, to) => `the answers go from ${from} to ${to}`,
  allOn: (value) => `everybody chose ${value}`,
  invite: {
    alike: 'Still ask each other what each had in mind.',
    partly: 'Tell each other what you thought of.',
    apart: 'Begin here: tell each other what each of you sees.',
  },
  noAnswer: 'Nobody answered this question.',
  one: 'There is one answer. That says nothing about you together.',
  reckoned: ({ n, mean, sd, rwg }) => [
    `${n} answers, mean ${mean}. The standard deviation is ${sd}.`,
    `Agreement (rwg) is ${rwg}: 0 is as spread as by chance, 1 is all alike.`,
  ],
  over: (rwg) => `Over all questions together, agreement (rwg(j)) is ${rwg}.`,
  caveats: [
    'From 0.70 on we say ‘about the same’, below 0.50 ‘differently’. That is a custom, no law.',
    'Does nearly everybody give high marks everywhere? Then you seem to agree, even when you do not.',
    'With few people, one answer already changes these numbers a lot.',
    'A difference is no mistake. It is the beginning of a talk.',
  ],
  likeness: ({ icc1, icc2 }) => [
    `ICC(1) is ${icc1}: so much does the group say about what somebody answers.`,
    `ICC(2) is ${icc2}: so steady is the mean of a group.`,
  ],
  noLikeness: {
    'one-group': 'With one team there is no ICC: there is nothing to compare with.',
    'too-few': 'There are too few answers per group for an ICC.',
    'all-the-same': 'The groups have the same mean: an ICC says nothing then.',
  },
}

const words: Readonly<Record<Language, Words>> = { nl, en }

/**
 * One or two sentences about how the answers to one question lie: together or apart, from where to where, and what to do with it.
 * Never a mean: that stands behind "how we reckoned this" (`spreadReckoning`).
 */
export function spreadSentence(spread: Spread | null, language: Language): string {
  const say = words[language]
  if (spread === null) return say.noAnswer
  const agreement = agreementOf(spread)
  if (agreement === null) return say.one
  const told = (value: number) => plainNumber(value, language)
  const { lowest, highest } = spread
  const range = lowest === highest ? say.allOn(told(lowest)) : say.range(told(lowest), told(highest))
  return `${say.agreement[agreement]}: ${range}. ${say.invite[agreement]}`
}

/** The words for how far people see a question the same way, without a number: "Jullie zien dit verschillend". */
export function agreementWords(agreement: Agreement, language: Language): string {
  return words[language].agreement[agreement]
}

/** The answers to one question in a table of moments: from where to where, and how far people saw it alike. No mean. */
export function spreadCell(spread: Spread | null, language: Language): string {
  const agreement = spread === null ? null : agreementOf(spread)
  if (spread === null || agreement === null) return '–'
  return `${spread.lowest} – ${spread.highest}. ${agreementWords(agreement, language)}.`
}

/** "How we reckoned this" for one question: n, mean, standard deviation and rwg; empty with fewer than two answers. */
export function spreadReckoning(spread: Spread | null, language: Language): string[] {
  if (spread === null || spread.sd === null || spread.rwg === null) return []
  return words[language].reckoned({
    n: plainNumber(spread.n, language),
    mean: plainNumber(spread.mean, language, 1),
    sd: fixedNumber(spread.sd, language, 1),
    rwg: fixedNumber(spread.rwg, language, 2),
  })
}

/** What to think of beside the numbers of agreement; with `rwgOfItems` of all questions first, where there is one. */
export function agreementCaveats(overAll: number | null, language: Language): string[] {
  const say = words[language]
  const over = overAll === null ? [] : [say.over(fixedNumber(overAll, language, 2))]
  return [...over, ...say.caveats]
}

/** What `likenessWithinGroups` found, or why there is nothing to find. */
export function likenessWords(
  likeness: { readonly told: GroupLikeness } | { readonly told: null; readonly why: NoLikeness },
  language: Language,
): string[] {
  const say = words[language]
  if (likeness.told === null) return [say.noLikeness[likeness.why]]
  const { icc1, icc2 } = likeness.told
  return say.likeness({ icc1: fixedNumber(icc1, language, 2), icc2: fixedNumber(icc2, language, 2) })
}
