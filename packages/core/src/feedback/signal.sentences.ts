import type { Language } from '../shared/language.ts'
import { countWord, fixedNumber } from '../shared/number-words.ts'
import type { SignalFinding, SignalRule } from './signal.ts'

/** What a sentence needs to know beside the finding itself. */
export type SignalSubject = {
  language: Language
  /** Whose answer it is. */
  name: string
  /** The day of the answer as a sentence says it, e.g. `dinsdag`, `op 3 november` or `on Tuesday`. */
  when: string
  /** The short name of an item in this language. */
  itemLabel: (id: string) => string
  /** For a missing check or an open rupture: the day since which, e.g. `3 september`. */
  sinceWords: string
  /** The name of another participant, where two people answered. */
  nameOf: (participant: string) => string
}

/** A finding about two people who answered one item. */
export type TwoVoices = Extract<SignalFinding, { rule: 'mutual-difference' | 'voices-differ' }>

/** The moment since which something lasts, for rules that tell it. */
export function sinceOf(finding: SignalFinding): string | null {
  return finding.rule === 'no-check' || finding.rule === 'rupture-open' ? finding.since : null
}

/** A signal in words for colleagues: what was answered, what one could ask, and why this stands here. */
export type SignalWords = { observation: string; invitation: string; why: string }

/** One language: for every rule its three texts. */
export type SignalSentences = {
  readonly [Rule in SignalRule]: (
    finding: Extract<SignalFinding, { rule: Rule }>,
    about: Omit<SignalSubject, 'language'>,
  ) => SignalWords
}

/** The short name of an item as it stands inside a sentence: without its capital, unless it is an abbreviation. */
export function labelInSentence(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

/** The top of the scale in words, told from the limit above which an answer counts as full: `tien`. */
export function fullMark(from: number, language: Language): string {
  return countWord(Math.ceil(from), language)
}

/**
 * A score beside a limit: one decimal, and more when rounding would make the two look equal. A mean of 6.475 lies below
 * 6.5, and "below 6.5: 6.5" would read as a mistake.
 */
export function scoreBeside(score: number, limit: number, language: Language): string {
  let decimals = 1
  const shown = (value: number) => fixedNumber(value, language, decimals)
  while (decimals < 6 && score !== limit && shown(score) === shown(limit)) decimals++
  return shown(score)
}

/** An answer or a score: one decimal. */
export function mark(value: number, language: Language): string {
  return fixedNumber(value, language, 1)
}

/** Whether something fell since the time before: only then one can ask what was different. */
export function hasFallen(finding: Extract<SignalFinding, { rule: 'low-item' }>): boolean {
  return finding.previous !== null && finding.previous > finding.value
}
