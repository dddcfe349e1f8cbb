import type { Voice } from '../relation/relation.ts'
import type { CircleSideId, ParticipantId } from '../shared/ids.ts'
import type { Day, Instant } from '../shared/time.ts'

/** How often two people work together, from never to every week or more. Never is an answer; what was skipped is none. */
export const oftens = ['never', 'seldom', 'monthly', 'fortnightly', 'weekly'] as const
export type Often = (typeof oftens)[number]

/** Whether working together is useful to who tells; it need not be told. */
export const usefuls = ['not', 'bit', 'yes'] as const
export type Useful = (typeof usefuls)[number]

/** What one person tells about working with another. */
export type NetworkTie = {
  readonly from: ParticipantId
  readonly to: ParticipantId
  readonly often: Often
  readonly useful: Useful | null
}

/** Somebody on the map: she stands once, with all sides that she belongs to. */
export type NetworkPerson = {
  readonly participant: ParticipantId
  readonly name: string
  readonly voice: Voice
  readonly sides: readonly CircleSideId[]
}

/** Below so many who filled in, nothing is told in numbers (ADR 0014). */
export const networkLeast = 5

/** Whether a moment still takes answers. It shuts when everybody is in, or after its last day, and never opens again. */
export function networkState(
  wave: { closesOn: Day; closedAt: Instant | null },
  today: Day,
): 'open' | 'closed' {
  return wave.closedAt === null && today <= wave.closesOn ? 'open' : 'closed'
}

/** What somebody tells of a tie that is there: who never works together has none. */
export function isTie({ often }: Pick<NetworkTie, 'often'>): boolean {
  return often !== 'never'
}

type Pair = { readonly from: string; readonly to: string }

/** Shares between 0 and 1 of a network of two people or more (domain.md §10, SNA). */
export type NetworkMeasures = {
  /** Ties there are, of those there could be in both directions. */
  ties: number
  possible: number
  density: number
  /** Ties that are told from both ends; null without ties. */
  returned: number
  reciprocity: number | null
  /** How far ties come together with one person; null below three people, where one person is no centre. */
  centralisation: { in: number; out: number } | null
}

/**
 * The measures over the people given and the ties among them, each pair once: give those who filled in, for of others nobody
 * knows whom they would name. Null below two people. Nothing in it is about one of them.
 */
export function networkMeasures(people: readonly string[], told: readonly Pair[]): NetworkMeasures | null {
  const known = new Set(people)
  const n = known.size
  if (n < 2) return null
  const ties = new Map(
    told
      .filter(({ from, to }) => from !== to && known.has(from) && known.has(to))
      .map((tie) => [`${tie.from} ${tie.to}`, tie]),
  )
  const returned = [...ties.values()].filter(({ from, to }) => ties.has(`${to} ${from}`)).length
  const possible = n * (n - 1)
  const degree = (end: 'from' | 'to') =>
    [...known].map((one) => [...ties.values()].filter((tie) => tie[end] === one).length)
  return {
    ...{ ties: ties.size, possible, density: ties.size / possible, returned },
    reciprocity: ties.size === 0 ? null : returned / ties.size,
    centralisation: n < 3 ? null : { in: centralisation(degree('to')), out: centralisation(degree('from')) },
  }
}

/** Σ(max − degree) / (n − 1)²: 0 when all have as many, 1 when all ties are one person's. */
function centralisation(degrees: readonly number[]): number {
  const most = Math.max(...degrees)
  return degrees.reduce((sum, degree) => sum + most - degree, 0) / (degrees.length - 1) ** 2
}

/** What is told of a map as a whole; counts, and never of a person. */
export type NetworkFindings = {
  /** Ties of everybody on the map, and how many of them go from one side to another. */
  ties: number
  across: number
  /** Null below `networkLeast` who filled in. */
  measures: NetworkMeasures | null
}

/** Counts what is on a map. A tie lies across when the two share no side. */
export function networkFindings(
  people: readonly NetworkPerson[],
  answered: ReadonlySet<ParticipantId>,
  told: readonly NetworkTie[],
): NetworkFindings {
  const ties = told.filter(isTie)
  const sides = new Map(people.map(({ participant, sides: own }) => [participant, own]))
  const across = ties.filter(({ from, to }) => {
    const others = sides.get(to) ?? []
    return !(sides.get(from) ?? []).some((side) => others.includes(side))
  })
  const filledIn = people.map(({ participant }) => participant).filter((one) => answered.has(one))
  const measures = filledIn.length < networkLeast ? null : networkMeasures(filledIn, ties)
  return { ties: ties.length, across: across.length, measures }
}

/** What a map can be taken along for: to talk about it together, or in the care itself. */
export const networkExportPurposes = ['team-discussion', 'care'] as const
