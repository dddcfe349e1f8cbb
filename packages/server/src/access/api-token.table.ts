import type { ApiTokenId, MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Scope } from '@weerklank/core/shared/scope'
import type { Instant } from '@weerklank/core/shared/time'

/** A key of a program, which acts by it for the member who made it. */
export type ApiTokenTable = {
  workspace_id: WorkspaceId
  id: ApiTokenId
  member_id: MemberId
  name: string
  token_hash: string
  scopes: Scope[]
  created_at: Instant
  expires_at: Instant
  revoked_at: Instant | null
  /** `yyyy-mm-dd` in the workspace's zone. */
  last_used_on: string | null
}
