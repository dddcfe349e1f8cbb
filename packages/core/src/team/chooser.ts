import { type ChoosingAnswers, type ChoosingStep, type ChoosingWhen, nextChoice } from '../shared/choosing.ts'
import type { Bilingual } from '../shared/language.ts'
import type { RoundForm } from './round.ts'

/**
 * "What do we measure working together with?" The rules and what is known of each instrument are data
 * (content/team/chooser.json; domain.md §2.5, §4.1, §4.3), held to a shape by chooser.schema.ts. Of instruments of others only
 * facts stand there, never their questions.
 */

/** How one comes to use an instrument: it is our own, one asks its holder, or only the holder offers it. */
export const licenceKinds = ['own', 'ask', 'holder-only'] as const
/** Where in the product an instrument is used. */
export const chooserPlaces = ['relation', 'goals', 'circle-check', 'round', 'network-map', 'form'] as const
export type ChooserPlace = (typeof chooserPlaces)[number]

type Keys = readonly string[]

/** With which questions a round of an instrument is held, and in which form. */
export type ChooserRound = { readonly questions: string; readonly form: RoundForm }

export type ChooserInstrument = {
  readonly key: string
  readonly name: Bilingual
  readonly what: Bilingual
  /** How many questions; null when we do not know. */
  readonly items: number | null
  readonly scale: string | null
  /** `sure` false: our own guess, or a number that nobody confirmed. */
  readonly minutes: { readonly about: number; readonly sure: boolean }
  readonly licence: {
    readonly kind: (typeof licenceKinds)[number]
    readonly holder: string
    readonly how: Bilingual
  }
  /**
   * An outcome is shown from so many answers on, and when so many of every ten have answered; null: no such rule. With `ofEach` so
   * many must be asked in all, and so many of each profession.
   */
  readonly minimum: {
    readonly people: number
    readonly ofEach?: number | undefined
    readonly of10: number | null
  }
  readonly repeat: Bilingual
  /** It is of a group: nothing is sent out before the day on which it is talked about is planned. */
  readonly talk: boolean
  /** Formats of talking (content/formats) that suit what comes out, the best first. */
  readonly formats: Keys
  readonly places: readonly ChooserPlace[]
  /** Of our own: the questions of a round (content/instruments) and of a circle's check (content/circle-checks) that it is. */
  readonly asks?:
    | { readonly round?: ChooserRound | undefined; readonly check?: string | undefined }
    | undefined
  readonly sources: Keys
  /** What our sources say and nobody confirmed. */
  readonly unsure?: readonly Bilingual[] | undefined
  /** Words of a title by which it is known among the forms of an organisation: all words of one of these. */
  readonly match?: Keys | undefined
}

export type ChooserOutcome =
  /** No measurement; a talk, in one of these formats when there are any. */
  | { readonly kind: 'talk'; readonly formats: Keys }
  /** `instead`: our own, for as long as none of what fits may be used. */
  | { readonly kind: 'measure'; readonly fits: readonly [string, ...string[]]; readonly instead: Keys }

export type InstrumentRule = {
  readonly id: string
  readonly when: ChoosingWhen
  readonly outcome: ChooserOutcome
  readonly why: Bilingual
}

export type InstrumentChooser = {
  readonly version: number
  readonly source: string
  readonly questions: readonly {
    readonly key: string
    readonly text: Bilingual
    readonly options: readonly { readonly key: string; readonly text: Bilingual }[]
  }[]
  readonly rules: readonly InstrumentRule[]
  readonly instruments: readonly ChooserInstrument[]
}

/** Instruments of others that the organisation has among its forms with the right to use them, by key. */
export type Licensed = ReadonlySet<string>

const wordsIn = (text: string) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)

/** Whether a form with this title is that instrument, as far as a title can say: whole words, in any order and case. */
export function isTitleOf({ match = [] }: Pick<ChooserInstrument, 'match'>, title: string): boolean {
  const said = new Set(wordsIn(title))
  return match.some((words) => wordsIn(words).every((word) => said.has(word)))
}

/** The question that is asked last, and only before something is sent to a group. */
export const talkQuestion = 'talk'

/** What one can do now, and what waits for its holder. */
export type ChooserAdvice = {
  readonly now: readonly ChooserInstrument[]
  /** They fit, and may not be used yet. */
  readonly ask: readonly ChooserInstrument[]
  /** Our own stands in for what fits. */
  readonly isInstead: boolean
}

const mayUse = ({ key, licence }: ChooserInstrument, licensed: Licensed) =>
  licence.kind === 'own' || licensed.has(key)

/** What a rule comes down to with the licences that there are. A rule that says to talk gives nothing to measure with. */
export function adviceOf(
  chooser: InstrumentChooser,
  rule: InstrumentRule,
  licensed: Licensed,
): ChooserAdvice {
  const { outcome } = rule
  if (outcome.kind === 'talk') return { now: [], ask: [], isInstead: false }
  const named = (keys: Keys) =>
    keys.flatMap((key) => chooser.instruments.filter((instrument) => instrument.key === key))
  const fits = named(outcome.fits)
  const now = fits.filter((one) => mayUse(one, licensed))
  const ask = fits.filter((one) => !mayUse(one, licensed))
  return now.length > 0
    ? { now, ask, isInstead: false }
    : { now: named(outcome.instead), ask, isInstead: true }
}

/**
 * The next question, or the rule that holds. Whether a talk is planned is asked last, only where there is something to send
 * to a group; whether there is a licence is asked of nobody: it stands in the register of the organisation.
 */
export function instrumentStep(
  chooser: InstrumentChooser,
  answers: ChoosingAnswers,
  licensed: Licensed,
): ChoosingStep<InstrumentRule> {
  const questions = Object.fromEntries(
    chooser.questions.map(({ key, options }) => [key, options.map((option) => option.key)]),
  )
  const step = nextChoice(questions, chooser.rules, answers)
  if (step.kind === 'question' || answers[talkQuestion] !== undefined) return step
  const isForGroup = adviceOf(chooser, step.rule, licensed).now.some(({ talk }) => talk)
  if (!isForGroup) return step
  return { kind: 'question', question: talkQuestion, options: questions[talkQuestion] ?? [] }
}
