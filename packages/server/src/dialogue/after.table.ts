import type { WitnessAnswers } from '@weerklank/core/dialogue/after'
import type {
  AgreementState,
  LetterChoice,
  QuoteDecision,
  QuoteUse,
} from '@weerklank/core/dialogue/after-words'
import type { MinutesSays } from '@weerklank/core/dialogue/minutes'
import type {
  AgreementId,
  MeetingAgreementId,
  MeetingId,
  MeetingQuoteId,
  MemberId,
  PersonId,
  PlaceId,
  TranscriptId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'
import type { ColumnType, Generated } from 'kysely'

type JsonOr<Value> = ColumnType<Value, string | undefined, string>

/** A transcript that was taken in: how many turns it has, also those that could not be kept. */
export type TakenTranscript = { id: TranscriptId; title: string; turns: number; at: Instant; by: MemberId }

/** What a meeting leaves behind as a whole. */
export type MeetingWrapTable = {
  workspace_id: WorkspaceId
  meeting_id: MeetingId
  asked_at: Instant | null
  reminds_at: Instant | null
  closes_at: Instant | null
  ends_at: Instant | null
  /** "Was this worth our time?": how often, never by whom. */
  worth_yes: Generated<number>
  worth_partly: Generated<number>
  worth_no: Generated<number>
  topics: JsonOr<readonly string[]>
  letter_opening: Generated<string>
  letter_sent_at: Instant | null
  letter_sent_by: MemberId | null
  transcripts: JsonOr<readonly TakenTranscript[]>
}

/** What one person was asked after a meeting, and what she wrote. */
export type MeetingReflectionTable = {
  workspace_id: WorkspaceId
  meeting_id: MeetingId
  place_id: PlaceId
  person_id: PersonId
  email: Generated<string>
  mailed_at: Instant | null
  reminded_at: Instant | null
  answers: ColumnType<WitnessAnswers | null, string | null | undefined, string | null>
  outcome: Generated<string>
  answered_at: Instant | null
  is_late: Generated<boolean>
  worth_given: Generated<boolean>
  withdrawn_at: Instant | null
  letter: ColumnType<LetterChoice, LetterChoice | undefined, LetterChoice>
}

/** Words of one speaker that somebody wants to show elsewhere. */
export type MeetingQuoteTable = {
  workspace_id: WorkspaceId
  id: MeetingQuoteId
  meeting_id: MeetingId
  place_id: PlaceId
  person_id: PersonId
  asked_words: string | null
  use: QuoteUse
  asked_by: MemberId
  asked_at: Instant
  decision: QuoteDecision | null
  own_words: string | null
  decided_at: Instant | null
  withdrawn_at: Instant | null
}

export type MeetingAgreementTable = {
  workspace_id: WorkspaceId
  id: MeetingAgreementId
  meeting_id: MeetingId
  owner_place_id: PlaceId | null
  if_text: string
  text: string
  due_on: Day | null
  state: AgreementState
  agreement_id: AgreementId | null
  made_by: MemberId
  made_at: Instant
  changed_at: Instant
}

/** Minutes, each version whole. */
export type MeetingMinutesTable = {
  workspace_id: WorkspaceId
  meeting_id: MeetingId
  version: number
  body: string
  made_by: MemberId
  made_at: Instant
  says: JsonOr<MinutesSays>
}

/** One turn of a transcript; the consent of whoever said it is a foreign key. */
export type MeetingTranscriptLineTable = {
  workspace_id: WorkspaceId
  transcript_id: TranscriptId
  ordinal: number
  meeting_id: MeetingId
  place_id: PlaceId
  person_id: PersonId
  purpose: Generated<'analysis'>
  words: string
  from_ms: number | null
  until_ms: number | null
}
