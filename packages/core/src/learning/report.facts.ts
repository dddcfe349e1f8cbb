import type { Voice } from '../relation/relation.ts'
import type { Language } from '../shared/language.ts'
import type { Day } from '../shared/time.ts'
import type { Monitor } from './monitor.shape.ts'
import type { SurveyOutcome } from './survey.ts'
import type { ExitTalk, MomentKind, ReceiptWay, StopReason } from './trajectory.ts'

/**
 * All that a report is made of, as it is now: the register, and content of people whose consent is in force. Nobody is in it by
 * name.
 */
export type ReportFacts = {
  readonly language: Language
  readonly workspace: string
  /** The day on which it is read. */
  readonly today: Day
  readonly title: string
  readonly purpose: string
  readonly startsOn: Day
  readonly events: readonly { readonly title: string; readonly on: Day; readonly isOpen: boolean }[]
  readonly moments: readonly ReportMoment[]
  readonly learners: readonly ReportLearner[]
  /** As whom how many of them take part, in words. */
  readonly voices: readonly { readonly name: string; readonly people: number }[]
  readonly monitor: Monitor
  /** Of people who consent, at any moment. */
  readonly answers: readonly ReportAnswer[]
  /** Approved by their speakers; in the order of the moments. */
  readonly quotes: readonly ReportQuote[]
  /** How many quotes were asked for and wait for an answer. */
  readonly quotesWaiting: number
  readonly survey: SurveyOutcome
  /** What the codes of barriers and resources are called, in the language of the report. */
  readonly codeNames: ReadonlyMap<string, string>
}

export type ReportMoment = {
  readonly key: string
  readonly kind: MomentKind
  readonly title: string
  readonly opensOn: Day
  readonly closesOn: Day
}

/** As the register knows her. */
export type ReportLearner = {
  readonly number: number
  readonly voice: Voice
  readonly function: string
  readonly hasConsent: boolean
  readonly hasStopped: boolean
  readonly stopReason: StopReason | null
  readonly exitTalk: ExitTalk
  readonly receipts: readonly {
    readonly moment: string
    readonly way: ReceiptWay
    readonly isDiscarded: boolean
  }[]
}

export type ReportAnswer = {
  readonly learner: number
  readonly moment: string
  readonly item: string
  readonly choice: string | null
  readonly body: string
}

/** `item`: the question she answered, `goal` for a goal, `mention` for what hinders or helps. */
export type ReportQuote = {
  readonly learner: number
  readonly moment: string | null
  readonly item: string
  readonly words: string
}
