import type { EchoAnswer } from '@weerklank/core/feedback/agreement'
import type { Answers, Instrument } from '@weerklank/core/feedback/instrument'
import type { LinkWay } from '@weerklank/core/feedback/shared-device'
import type { SignalFinding, SignalOutcome, SignalRule } from '@weerklank/core/feedback/signal'
import type {
  AgreementId,
  ContactId,
  InvitationId,
  MailMessageId,
  MemberId,
  ParticipantId,
  PersonId,
  RelationId,
  ResponseId,
  SignalId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { RespondLanguage } from '@weerklank/core/shared/language'
import type { Instant } from '@weerklank/core/shared/time'
import type { CircleInstrument } from '@weerklank/core/team/circle-instrument'
import type { TeamInstrument } from '@weerklank/core/team/team-instrument'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'

export type InstrumentVersionTable = {
  instrument_id: string
  version: number
  definition: JSONColumnType<Instrument | TeamInstrument | CircleInstrument>
}

export type InvitationTable = {
  workspace_id: WorkspaceId
  id: InvitationId
  relation_id: RelationId
  participant_id: ParticipantId
  contact_id: ContactId | null
  instrument_id: string
  instrument_version: number
  /** Made with the invitation: a repeat, a second tab or a later retry is the same row. */
  response_id: ResponseId
  sent_at: Instant
  expires_at: Instant
  revoked_at: Instant | null
  created_by: MemberId
  /** The person's own question or goal, as it was asked with this invitation. */
  own_words: ColumnType<string | null, string | null | undefined, string | null>
  /** When was answered what is not for all: that it was may be known. */
  kept_apart_at: Generated<Instant | null>
  /** How many letters somebody had sent with a link to it, and the last of them (mail_message). */
  letters: Generated<number>
  last_letter: Generated<MailMessageId | null>
}

export type InvitationTokenTable = {
  workspace_id: WorkspaceId
  /** SHA-256 of the link's secret, hexadecimal. */
  token_hash: string
  invitation_id: InvitationId
  relation_id: RelationId
  participant_id: ParticipantId
  /** Whose link it is: her own choices and link are in reach with it. */
  person_id: PersonId
  expires_at: Instant
  /** Since a newer link came in its place: it leads to no question and no answer, and still pauses and stops. */
  replaced_at: Generated<Instant | null>
  /** It went out in a letter, and nobody else was shown it. */
  by_letter: Generated<boolean>
  /** By her own link, or on a device of the house. */
  way: Generated<LinkWay>
}

export type ResponseTable = {
  workspace_id: WorkspaceId
  id: ResponseId
  relation_id: RelationId
  participant_id: ParticipantId
  contact_id: ContactId | null
  instrument_id: string
  instrument_version: number
  answers: JSONColumnType<Answers>
  open_text: string
  /** What a young child drew (core's drawing.ts); it is never counted with. */
  drawing: Generated<string | null>
  /** In which wording of its language it was asked (content/languages); null for the only one there was. */
  wording: Generated<number | null>
  language: RespondLanguage
  answered_at: Instant
  stored_at: Instant
  /** One half of a mutual picture that is still shut. */
  sealed: Generated<boolean>
  /** Which colleagues she lets read it; null is every one who takes part, empty is nobody. */
  readers: Generated<MemberId[] | null>
  /** SHA-256 of the secret on the device that gave the answer, hexadecimal; null when nobody's own device did. */
  device_hash: Generated<string | null>
  /** Who typed it over from paper; null where she answered by herself. */
  entered_by: Generated<MemberId | null>
}

export type SignalTable = {
  workspace_id: WorkspaceId
  id: SignalId
  relation_id: RelationId
  participant_id: ParticipantId
  response_id: ResponseId | null
  rule: SignalRule
  /** What it is about, so that the same finding is never opened twice: a response's id, or a missed window. */
  occasion: string
  finding: JSONColumnType<SignalFinding>
  opened_at: Instant
  outcome: SignalOutcome | null
  closed_at: Instant | null
  closed_by: MemberId | null
  note: string
  /** As of the answer that it tells about. */
  readers: Generated<MemberId[] | null>
}

export type AgreementTable = {
  workspace_id: WorkspaceId
  id: AgreementId
  relation_id: RelationId
  body: string
  ask_back: boolean
  made_at: Instant
  ended_at: Instant | null
  created_by: MemberId
}

export type AgreementParticipantTable = {
  workspace_id: WorkspaceId
  agreement_id: AgreementId
  participant_id: ParticipantId
  relation_id: RelationId
}

export type AgreementEchoTable = {
  workspace_id: WorkspaceId
  agreement_id: AgreementId
  response_id: ResponseId
  relation_id: RelationId
  participant_id: ParticipantId
  answer: EchoAnswer
  at: Instant
  /** Of an answer that is one half of a mutual picture that is still shut. */
  sealed: Generated<boolean>
  /** As of the answer that it came with. */
  readers: Generated<MemberId[] | null>
}
