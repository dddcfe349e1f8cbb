import type { MeetingRole } from '@weerklank/core/dialogue/dialogue'
import type {
  Attends,
  MeetingFormat,
  MeetingStatus,
  MeetingTextKind,
  PreparedQuestion,
  WarmUp,
} from '@weerklank/core/dialogue/meeting'
import type { Voice } from '@weerklank/core/relation/relation'
import type {
  ContributionId,
  MeetingId,
  MemberId,
  ParticipantId,
  PersonId,
  PlaceId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { AddressForm, RespondLanguage } from '@weerklank/core/shared/language'
import type { Instant } from '@weerklank/core/shared/time'
import type { ColumnType } from 'kysely'

/** A value that is kept as JSON: written as text, read as what it is. */
type Json<Value> = ColumnType<Value, string, string>

export type MeetingTable = {
  workspace_id: WorkspaceId
  id: MeetingId
  /** Null: a meeting on its own. */
  relation_id: RelationId | null
  title: string
  purpose: string
  /** Frozen when it was chosen; steps that were put in or moved say why. */
  format: Json<MeetingFormat>
  format_key: string
  format_version: number
  status: MeetingStatus
  planned_at: Instant
  minutes: number
  place: string
  video_url: string
  themes: Json<readonly string[]>
  /** What everyone at the table is asked beforehand. */
  questions: Json<readonly PreparedQuestion[]>
  warm_up: Json<WarmUp> | null
  shadow_question: string
  /** Colleagues at the table: derived from the places, kept by meeting.places.ts alone. */
  member_ids: MemberId[]
  created_by: MemberId
  created_at: Instant
  changed_at: Instant
  started_at: Instant | null
  ended_at: Instant | null
  version: number
  /** The state of the live room (core/dialogue/live.ts); null until it begins. Written by the program alone. */
  live: ColumnType<unknown, string | null, string | null>
}

/** One person at one meeting, with role and voice. */
export type MeetingPlaceTable = {
  workspace_id: WorkspaceId
  id: PlaceId
  meeting_id: MeetingId
  person_id: PersonId
  member_id: MemberId | null
  /** As whom she takes part in the collaboration, where the meeting is of one. */
  participant_id: ParticipantId | null
  name: string
  voice: Voice
  role: MeetingRole
  position: number
  address: AddressForm
  language: RespondLanguage
  attends: Attends
  /** When she first came to her own page. */
  seen_at: Instant | null
  left_at: Instant | null
  changed_at: Instant
  version: number
}

/** The way to one's place at the table; only the hash of the secret is kept. */
export type MeetingLinkTable = {
  workspace_id: WorkspaceId
  token_hash: string
  meeting_id: MeetingId
  place_id: PlaceId
  person_id: PersonId
  created_at: Instant
  expires_at: Instant
  revoked_at: Instant | null
}

/** What was written for a meeting. */
export type MeetingTextTable = {
  workspace_id: WorkspaceId
  id: ContributionId
  meeting_id: MeetingId
  /** Null where no author is stored. */
  place_id: PlaceId | null
  person_id: PersonId | null
  /** Of a preparation the key of its question. */
  step_key: string
  round: number
  kind: MeetingTextKind
  body: string
  at: Instant
  changed_at: Instant
  /** Since when the others at the table see it. */
  revealed_at: Instant | null
  is_anonymous: boolean
}
