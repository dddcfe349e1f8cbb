import type {
  CircleId,
  MeetingId,
  MemberId,
  RelationId,
  RoundGroupId,
  RoundId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'
import type { RoundForm } from '@weerklank/core/team/round'

export type RoundTable = {
  workspace_id: WorkspaceId
  id: RoundId
  title: string
  instrument_id: string
  instrument_version: number
  k: number
  takes_words: boolean
  created_by: MemberId
  /** Who may see the outcome. */
  member_ids: MemberId[]
  opened_at: Instant
  closes_at: Instant
  closed_at: Instant | null
  form: RoundForm
  /** Of everybody who is asked, how many in a hundred must answer; null for rounds of before. */
  min_share: number | null
  talk_on: Day | null
  talk_meeting_id: MeetingId | null
  /** The team whose round it is. */
  circle_relation_id: RelationId | null
  circle_id: CircleId | null
  /** The first round of the same people with the same questions. */
  series_id: RoundId | null
}

export type RoundGroupTable = {
  workspace_id: WorkspaceId
  id: RoundGroupId
  round_id: RoundId
  parent_id: RoundGroupId | null
  /** Empty for everybody together, when there are groups. */
  name: string
  /** People of the group itself, not of its parts. */
  invited: number
  answered: number
  /** In a swap: the group whose answers it guesses. */
  about_id: RoundGroupId | null
}

export type RoundTicketTable = {
  workspace_id: WorkspaceId
  /** SHA-256 of the link's secret, hexadecimal. */
  token_hash: string
  round_id: RoundId
  group_id: RoundGroupId
  used: boolean
}

export type RoundTallyTable = {
  workspace_id: WorkspaceId
  round_id: RoundId
  group_id: RoundGroupId
  item_id: string
  value: number
  n: number
}

/** What people of a group chose about another group. */
export type RoundViewTallyTable = RoundTallyTable & { about_id: RoundGroupId }

export type RoundWordsTable = {
  workspace_id: WorkspaceId
  round_id: RoundId
  group_id: RoundGroupId
  item_id: string
  texts: string[]
}
