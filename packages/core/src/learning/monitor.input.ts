import type { Day } from '../shared/time.ts'
import type { MentionKind, MentionLevel } from './mention.ts'
import type { MomentKind, ReceiptWay } from './trajectory.ts'

/**
 * What a monitor is made of: the register, which holds no content and needs no consent, and content of those who consented
 * (ADR 0030). Learners go by their numbers; there is no name in it.
 */
export type MonitorInput = {
  /** In the order in which they come. */
  readonly moments: readonly MonitorMoment[]
  readonly learners: readonly MonitorLearner[]
  /** In the order in which they were made: of two pairs of one person the later is the one she is in now. */
  readonly pairs: readonly MonitorPair[]
  readonly goals: readonly MonitorGoal[]
  readonly answers: readonly MonitorAnswer[]
  readonly mentions: readonly MonitorMention[]
  /** How many people do what, where it was told of all together; null where it is known of each. */
  readonly functions: Readonly<Record<string, number>> | null
  /** How many answers of an anonymous survey after a lecture were used; null when there was none that may be told of. */
  readonly lectureSurvey: number | null
}

export type MonitorMoment = {
  readonly key: string
  readonly kind: MomentKind
  readonly title: string
  readonly opensOn: Day
}

/** A learner as the register knows her. */
export type MonitorLearner = {
  readonly number: number
  /** Her consent for research is in force, and not on hold. */
  readonly hasConsent: boolean
  readonly hasStopped: boolean
  /** Empty: not told. */
  readonly function: string
  readonly receipts: readonly MonitorReceipt[]
}

export type MonitorReceipt = {
  readonly moment: string
  readonly way: ReceiptWay
  /** What came in is kept and may be used as long as she consents: she consented when it came. */
  readonly isKept: boolean
}

export type MonitorPair = {
  readonly members: readonly number[]
  /** Whether they said that they met between the meetings; null when nobody said. */
  readonly hasMet: boolean | null
}

export type MonitorGoal = {
  readonly learner: number
  readonly id: string
  readonly text: string
  /** The goal it came in the place of, and why. */
  readonly replaces: string | null
  readonly reason: string
  readonly isCurrent: boolean
}

export type MonitorAnswer = {
  readonly learner: number
  readonly moment: string
  readonly item: string
  readonly choice: string
}

export type MonitorMention = {
  readonly learner: number
  readonly moment: string
  readonly kind: MentionKind
  readonly level: MentionLevel
  /** A key of the codebook; null for words of her own. */
  readonly code: string | null
  readonly body: string
}
