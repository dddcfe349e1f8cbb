/** The main file of the room of feedback: the words and lists by which other rooms name what happens between people. */

import type { JournalPrompt, RepairHint } from './rupture.contract.ts'

export { challengeWord, type OwnChallenge, ownChallenges } from './own-challenge.ts'
export {
  markerWord,
  type RuptureMarker,
  type RuptureStep,
  ruptureMarkers,
  ruptureSteps,
} from './rupture.ts'
export { ruptureStepWord } from './rupture.words.ts'
export { type SignalRule, signalPriority } from './signal.ts'
export { nonOverlap } from './statistics/single-case.ts'

/** What helps at each step of repair, and questions to oneself for each moment, as content/ has them. */
export type ReflectionTexts = {
  readonly repairHints: readonly RepairHint[]
  readonly journalPrompts: readonly JournalPrompt[]
}
