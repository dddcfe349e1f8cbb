/** An answer as it was counted → how many people gave it. Only whole numbers from 0. */
export type Tally = Readonly<Record<string, number>>

/** Answers of the people who are in a group itself and in none of its subgroups. */
export type OwnAnswers = {
  /** People who answered at all. */
  readonly n: number
  /** Item → tally. Whoever skipped an item is in no tally, so a tally may add up to less than `n`. */
  readonly items: Readonly<Record<string, Tally>>
}

/** A group as it was declared before the round opened. Without `own`, nobody belongs to it except through subgroups. */
export type Group = {
  readonly id: string
  readonly own?: OwnAnswers
  readonly subgroups: readonly Group[]
}

export type SmallGroupInput = {
  readonly root: Group
  /** The items of the round, in the order in which they are shown. */
  readonly items: readonly string[]
  /** Smallest number of people that may be told about: 5 to 10. The same for every report of a round. */
  readonly k: number
}

/**
 * `too-few`: fewer than k people answered, perhaps nobody. Which of the two is not told, because a reader could add it up.
 * `protects-groups`: a total would tell about the hidden groups in it. `group-hidden`: an item of a group that is hidden.
 */
export type HiddenReason = 'too-few' | 'protects-groups' | 'group-hidden'

export type Hidden = { readonly status: 'hidden'; readonly reason: HiddenReason }

export type ShownCount = {
  readonly status: 'shown'
  /** People counted, at least k. */
  readonly n: number
  /** Groups (the group itself or below) whose own people are not in this total. Say so beside the number. */
  readonly leftOut: readonly string[]
}

/** The tally lists answers that were given, sorted by their text: its order says nothing about who came first. */
export type ShownTally = ShownCount & { readonly tally: Tally }

export type GroupReport = {
  readonly group: string
  /** `null` for the whole. */
  readonly parent: string | null
  readonly answered: ShownCount | Hidden
  readonly items: readonly { readonly item: string; readonly result: ShownTally | Hidden }[]
}

/** The whole first, every group before its subgroups. Plain data, fit for JSON. */
export type SmallGroupReport = { readonly k: number; readonly groups: readonly GroupReport[] }
