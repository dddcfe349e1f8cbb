import type { AuditBasis, AuditKind } from '@weerklank/core/audit/audit'
import type { ApiTokenId, PersonId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'

export type AuditEventTable = {
  workspace_id: WorkspaceId
  id: string
  at: Instant
  /** A member's id, `participant:<id>`, `person:<id>`, `link` or `system`. */
  actor: string
  /** What was done, from the closed list in core; never any content. */
  action: string
  /** `<kind>`, or `<kind>:<purpose>` where data were taken out. */
  subject: string
  subject_id: string
  relation_id: RelationId | null
  /** Null in lines from before the chain, as are the fields of the chain. */
  kind: AuditKind | null
  /** The roles of the actor at that moment, separated by spaces. */
  roles: string
  basis: AuditBasis | ''
  /** Whom it is about, where that is one person and not everybody in a collaboration. */
  person_id: PersonId | null
  /** By which token, where a program came in the name of a member. */
  token_id: ApiTokenId | null
  lane: number | null
  seq: string | null
  line: number | null
  hash: Buffer | null
}

/** What a look at many at once showed: a row for each collaboration or person, covered by the hash of the line itself. */
export type AuditShownTable = {
  workspace_id: WorkspaceId
  event_id: string
  place: number
  /** As in the line itself: whoever it is about reads these here, and not the line. */
  at: Instant
  actor: string
  action: string
  basis: AuditBasis
  relation_id: RelationId | null
  person_id: PersonId | null
}

/** The end of each chain. */
export type AuditHeadTable = { workspace_id: WorkspaceId; lane: number; seq: string; hash: Buffer }

/** The last link that was removed from the beginning of each chain, when its term was over. */
export type AuditAnchorTable = AuditHeadTable
