import type { RoundForm } from './round.ts'
import type { RoundGroup } from './team.contract.ts'
import type { TeamInstrument } from './team-instrument.ts'

/** All that is kept of the answers to a closed round: counts, and the words that people let through. */
export type RoundFacts = {
  readonly title: string
  readonly closedAt: string
  readonly k: number
  readonly form: RoundForm
  /** Of everybody who was asked, how many in a hundred had to answer; null for rounds that promised no share. */
  readonly minShare: number | null
  readonly takesWords: boolean
  readonly instrument: TeamInstrument
  /** The one without parent is everybody together. `answered` counts only people of the group itself, not of its parts. */
  readonly groups: readonly (RoundGroup & { readonly answered: number })[]
  readonly tallies: readonly { group: string; item: string; value: number; n: number }[]
  /** What groups chose about other groups. */
  readonly views: readonly { group: string; about: string; item: string; value: number; n: number }[]
  readonly words: readonly { group: string; texts: readonly string[] }[]
}
