import type { MemberId, RoundGroupId, RoundId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'

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

export type RoundWordsTable = {
  workspace_id: WorkspaceId
  round_id: RoundId
  group_id: RoundGroupId
  item_id: string
  texts: string[]
}
