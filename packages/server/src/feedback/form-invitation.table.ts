import type { FormAnswers } from '@weerklank/core/feedback/form.answers'
import type { Entry } from '@weerklank/core/feedback/form.entry'
import type { FormLinkWay } from '@weerklank/core/feedback/shared-device'
import type {
  FormId,
  FormInvitationId,
  FormResponseId,
  MailMessageId,
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
  /** How many letters somebody had sent with a link to it, and the last of them (mail_message). */
  letters: Generated<number>
  last_letter: Generated<MailMessageId | null>
  answered_way: Generated<FormLinkWay | null>
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
  /** Since a newer link came in its place: it leads to no question and no answer, and still pauses and stops. */
  replaced_at: Generated<Instant | null>
  /** It went out in a letter, and nobody else was shown it. */
  by_letter: Generated<boolean>
  /** By her own link, on a device of the house, or typed over from paper. */
  way: Generated<FormLinkWay>
  /** Who types a paper over, and for when it counts. */
  entered_by: Generated<MemberId | null>
  answered_at: Generated<Instant | null>
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
