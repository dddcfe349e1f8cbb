import { allowed, type Decision, refused } from './decision.ts'

/** What was settled before a round opened and stays settled; storing it is the caller's part. */
export type RoundOfViews = {
  /** The one division into groups along which this round is told: teams, or years of service, never both. */
  readonly cut: string
  /** Whether answers can no longer come in. */
  readonly closed: boolean
}

export type ViewAsked = {
  /** The division whose groups are asked for. */
  readonly cut: string
  /** Parts of other divisions to which the view is narrowed; empty for none. */
  readonly filters: readonly string[]
}

export type ViewRefusal = 'not-closed' | 'filtered' | 'other-cut'

/**
 * Decides whether a view of a round may be shown. A set of views may be shown when each of them may: they are then all
 * parts of the one report that `reportGroups` makes of the closed round, in any order and to any reader.
 *
 * A second division of the same people is refused, also over the whole round: when all five nurses work in a team of
 * six, the team minus the nurses is one person, and counts without authors cannot tell where this happens. A coarser
 * division is no second one: give it to `reportGroups` as groups above the others.
 */
export function permitView(round: RoundOfViews, asked: ViewAsked): Decision<ViewRefusal> {
  if (!round.closed) return refused('not-closed')
  if (asked.filters.length > 0) return refused('filtered')
  return asked.cut === round.cut ? allowed : refused('other-cut')
}
