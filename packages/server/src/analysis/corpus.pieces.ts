import type { SourceKind, Speaking } from '@weerklank/core/analysis/analysis'
import type { MeetingId, PersonId, RelationId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'

/** One text as it was said or written, before it is asked whether it may be laid beside others. */
export type Piece = Speaking & {
  /** What it is, so that it flows in once. */
  ref: string
  /** Whose it is. Null: written without a name, at a meeting. */
  person: PersonId | null
  body: string
}

/** A document as it should be in an analysis: places for all texts, whoever consented. */
export type Source = {
  ref: string
  title: string
  kind: SourceKind
  at: Instant
  /** Who took part, also who said nothing. Of whom something was said that may not be used stands in no picture. */
  present: readonly (Speaking & { person: PersonId; name: string })[]
  /** In their order. A place without a piece is one of which the words are not there any more. */
  pieces: readonly (Piece | null)[]
}

/** Which part of the sources of an analysis is looked at. */
export type Scope = { meetings: readonly MeetingId[]; relations: readonly RelationId[] }

/** How the document of a meeting or collaboration begins its reference. */
export const refOf = {
  meeting: (id: MeetingId) => `meeting:${id}:`,
  relation: (id: RelationId) => `relation:${id}:`,
}
