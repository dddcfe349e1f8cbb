import type {
  FormInvitationId,
  InvitationId,
  KioskId,
  MemberId,
  ParticipantId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Generated } from 'kysely'

/** A device in a hall for whoever has a code. It reaches nothing but what a code opens. */
export type KioskTable = {
  workspace_id: WorkspaceId
  id: KioskId
  name: string
  /** SHA-256 of the link by which the device is set up, once. */
  setup_hash: string
  /** SHA-256 of the secret on the device; null until it is set up. */
  token_hash: string | null
  created_by: MemberId
  created_at: Instant
  set_up_at: Instant | null
  revoked_at: Instant | null
  /** `yyyy-mm-dd` in the workspace's zone. */
  last_used_on: string | null
}

export type KioskCodeTable = {
  workspace_id: WorkspaceId
  /** SHA-256 of the workspace and the code. */
  token_hash: string
  /** It opens a check or a form: one of both. */
  invitation_id: InvitationId | null
  form_invitation_id: Generated<FormInvitationId | null>
  relation_id: RelationId
  participant_id: ParticipantId
  made_by: MemberId
  expires_at: Instant
}
