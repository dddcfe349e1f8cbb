import type { ParticipantId } from '../shared/ids.ts'
import { isTie, type NetworkTie, type Often, type Useful } from './network.ts'

/** What became of a tie between two moments. */
export const tieChanges = ['new', 'gone', 'changed', 'same'] as const
export type TieChange = (typeof tieChanges)[number]

type Told = { readonly often: Often; readonly useful: Useful | null }

/** One tie at two moments; null where it was not there. */
export type ComparedTie = {
  readonly from: ParticipantId
  readonly to: ParticipantId
  readonly change: TieChange
  readonly before: Told | null
  readonly after: Told | null
}

/** A moment as it is compared: who stood on the map, who of them filled in, and what they told. */
export type NetworkMoment = {
  readonly people: readonly ParticipantId[]
  readonly answered: ReadonlySet<ParticipantId>
  readonly ties: readonly NetworkTie[]
}

export type NetworkComparison = {
  readonly ties: readonly ComparedTie[]
  readonly counts: Readonly<Record<TieChange, number>>
  /** Ties that cannot be compared: one of the two was not on both maps, or did not fill in at one of the moments. */
  readonly apart: number
}

/**
 * Lays two moments beside each other. Compared is what somebody told at both, about somebody who was there at both: whoever did
 * not fill in has ended no tie, and whoever is new has not begun one. In the order of the later moment, then of the earlier.
 */
export function compareMoments(before: NetworkMoment, after: NetworkMoment): NetworkComparison {
  const both = (one: ParticipantId) => before.people.includes(one) && after.people.includes(one)
  const isCompared = ({ from, to }: NetworkTie) =>
    both(from) && both(to) && before.answered.has(from) && after.answered.has(from)
  const [then, now] = [before, after].map(({ ties }) => ties.filter(isTie)) as [NetworkTie[], NetworkTie[]]
  const key = ({ from, to }: NetworkTie) => `${from} ${to}`
  const earlier = new Map(then.filter(isCompared).map((tie) => [key(tie), tie]))
  const later = new Map(now.filter(isCompared).map((tie) => [key(tie), tie]))
  const ties = [
    ...[...later].map(([at, tie]) => compared(earlier.get(at) ?? null, tie)),
    ...[...earlier].filter(([at]) => !later.has(at)).map(([, tie]) => compared(tie, null)),
  ].flatMap((one) => (one === null ? [] : [one]))
  const count = (change: TieChange) => ties.filter((one) => one.change === change).length
  const apart = new Set([...then, ...now].filter((tie) => !isCompared(tie)).map(key)).size
  return {
    ...{ ties, apart },
    counts: { new: count('new'), gone: count('gone'), changed: count('changed'), same: count('same') },
  }
}

function compared(before: NetworkTie | null, after: NetworkTie | null): ComparedTie | null {
  const tie = after ?? before
  if (tie === null) return null
  return {
    ...{ from: tie.from, to: tie.to, change: changeOf(before, after) },
    before: before && { often: before.often, useful: before.useful },
    after: after && { often: after.often, useful: after.useful },
  }
}

function changeOf(before: NetworkTie | null, after: NetworkTie | null): TieChange {
  if (before === null) return 'new'
  if (after === null) return 'gone'
  return before.often === after.often && before.useful === after.useful ? 'same' : 'changed'
}
