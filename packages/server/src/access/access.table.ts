import type { Role } from '@weerklank/core/access/access'
import type { MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import type { Instant } from '@weerklank/core/shared/time'

export type WorkspaceTable = {
  workspace_id: WorkspaceId
  name: string
  time_zone: string
  is_demo: boolean
  created_at: Instant
}

export type MemberTable = {
  workspace_id: WorkspaceId
  id: MemberId
  user_id: string
  name: string
  role: Role
  language: Language
  created_at: Instant
}

/** In which workspaces a user is which member; in the schema of the sign-in data. */
export type MembershipTable = {
  user_id: string
  workspace_id: WorkspaceId
  member_id: MemberId
}

/** An account, as the auth library keeps it; only what we look at. */
export type UserTable = { id: string; email: string; name: string }
