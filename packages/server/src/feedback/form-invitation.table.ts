import type { FormAnswers } from '@weerklank/core/feedback/form.answers'
import type { Entry } from '@weerklank/core/feedback/form.entry'
import type {
  FormId,
  FormInvitationId,
  FormResponseId,
  MemberId,
  ParticipantId,
  PersonId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Generated, JSONColumnType } from 'kysely'

export type FormInvitationTable = {
  workspace_id: WorkspaceId
  id: FormInvitationId
  relation_id: RelationId
  participant_id: ParticipantId
  form_id: FormId
  version: number
  /** Made with the invitation: a repeat, a second tab or a later retry is the same row. */
  response_id: FormResponseId
  sent_at: Instant
  expires_at: Instant
  revoked_at: Instant | null
  /** Known also to whom she does not let read it. */
  answered_at: Generated<Instant | null>
  created_by: MemberId
}

export type FormTokenTable = {
  workspace_id: WorkspaceId
  /** SHA-256 of the link's secret, hexadecimal. */
  token_hash: string
  form_invitation_id: FormInvitationId
  relation_id: RelationId
  participant_id: ParticipantId
  person_id: PersonId
  expires_at: Instant
}

export type FormDraftTable = {
  workspace_id: WorkspaceId
  form_invitation_id: FormInvitationId
  relation_id: RelationId
  participant_id: ParticipantId
  answers: JSONColumnType<FormAnswers>
  /** By the path of a question, what could not be read as an answer. */
  unread: JSONColumnType<Readonly<Record<string, Entry>>>
  part: number
  revision: number
  /** SHA-256 of the mark of the device on which it is filled in. */
  device_hash: string | null
  changed_at: Instant
}
