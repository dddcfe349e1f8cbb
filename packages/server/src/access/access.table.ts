import type { Role } from '@weerklank/core/access/access'
import type { MemberId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import type { Instant } from '@weerklank/core/shared/time'
import type { ColumnType } from 'kysely'

export type WorkspaceTable = {
  workspace_id: WorkspaceId
  name: string
  time_zone: string
  is_demo: boolean
  second_factor_required: boolean
  idle_minutes: number
  /** Whether programs may come in by a token of a member. */
  api_tokens: ColumnType<boolean, boolean | undefined, boolean>
  profile: ColumnType<WorkspaceProfile, string, string>
  created_at: Instant
}

export type MemberTable = {
  workspace_id: WorkspaceId
  id: MemberId
  user_id: string
  name: string
  roles: Role[]
  organisation: string
  ended_at: Instant | null
  language: Language
  created_at: Instant
}

/** Who is responsible and whom to ask, for the texts that the law asks for. */
export type WorkspaceProfile = {
  controller?: string
  contact?: string
  privacyOfficer?: string
}

/** Access to a collaboration in which one does not take part: for a reason, for a while. */
export type EmergencyAccessTable = {
  workspace_id: WorkspaceId
  id: string
  relation_id: RelationId
  member_id: MemberId
  reason: string
  at: Instant
  ends_at: Instant
}

/** In which workspaces a user is which member; in the schema of the sign-in data. */
export type MembershipTable = {
  user_id: string
  workspace_id: WorkspaceId
  member_id: MemberId
  /** When she chose to work here; the last one chosen is where she is. */
  chosen_at: ColumnType<Instant | null, Instant | null | undefined, Instant>
}

/** An account, as the auth library keeps it; only what we look at. */
export type UserTable = { id: string; email: string; name: string; emailVerified: boolean }
