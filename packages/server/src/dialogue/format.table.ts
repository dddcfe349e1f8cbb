import type { Format } from '@weerklank/core/dialogue/format'
import type { FormatStatus } from '@weerklank/core/dialogue/format.contract'
import type { FormatId, MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { JSONColumnType } from 'kysely'

export type DialogueFormatTable = {
  workspace_id: WorkspaceId
  id: FormatId
  version: number
  from_key: string
  status: FormatStatus
  body: JSONColumnType<Format>
  revision: number
  created_by: MemberId
  created_at: Instant
  changed_at: Instant
  published_at: Instant | null
}
