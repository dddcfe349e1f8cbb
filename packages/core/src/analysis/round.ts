import { allowed, type Decision, refused } from '../shared/decision.ts'

/** A blind round as its rules need it. */
export type RoundFacts = {
  readonly coders: readonly string[]
  readonly ready: readonly string[]
  readonly startedBy: string
  readonly openedAt: string | null
  /** Who works on the analysis now. */
  readonly members: readonly string[]
}

/**
 * Whether someone may open the codings of a round to each other: who began it at any time, since a coder may fall ill; a coder
 * once everyone is done. After who began it left the analysis anybody who works on it may, so that no round stays shut. Once open
 * it stays open.
 */
export function mayOpenRound(
  round: RoundFacts,
  member: string,
): Decision<'open' | 'not-in-round' | 'not-ready'> {
  if (round.openedAt !== null) return refused('open')
  if (round.startedBy === member) return allowed
  if (!round.members.includes(round.startedBy) && round.members.includes(member)) return allowed
  if (!round.coders.includes(member)) return refused('not-in-round')
  return isRoundReady(round) ? allowed : refused('not-ready')
}

/** Whether she codes in it, and still can. */
export function maySayReady(round: RoundFacts, member: string): Decision<'open' | 'not-in-round'> {
  if (round.openedAt !== null) return refused('open')
  return round.coders.includes(member) ? allowed : refused('not-in-round')
}

/** Whether all coders said that they are done. */
export function isRoundReady({ coders, ready }: Pick<RoundFacts, 'coders' | 'ready'>): boolean {
  return coders.every((coder) => ready.includes(coder))
}

type NewRound = { readonly coders: readonly string[]; readonly documents: readonly string[] }
type Around = {
  /** Who works on the analysis, and which documents it has. */
  readonly members: readonly string[]
  readonly documents: readonly string[]
  readonly sealed: readonly string[]
}

/** Whether a round can begin: two different coders or more who work on the analysis, documents of it, none in a round already. */
export function mayStartRound(
  round: NewRound,
  around: Around,
): Decision<'too-few' | 'not-working-on-it' | 'unknown-document' | 'in-a-round'> {
  if (new Set(round.coders).size < 2) return refused('too-few')
  if (!round.coders.every((coder) => around.members.includes(coder))) return refused('not-working-on-it')
  if (!round.documents.every((one) => around.documents.includes(one))) return refused('unknown-document')
  return round.documents.some((one) => around.sealed.includes(one)) ? refused('in-a-round') : allowed
}
