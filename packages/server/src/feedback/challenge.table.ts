import type { OwnChallenge } from '@weerklank/core/feedback/own-challenge'
import type { SignalOutcome } from '@weerklank/core/feedback/signal'
import type { MemberId, OwnChallengeId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'

/** What somebody recognised in herself; no policy shows it to anybody else. */
export type OwnChallengeTable = {
  workspace_id: WorkspaceId
  id: OwnChallengeId
  relation_id: RelationId
  author_id: MemberId
  challenge: OwnChallenge
  at: Instant
  changed_at: Instant
  outcome: SignalOutcome | null
  closed_at: Instant | null
}
