import type { LiveDeed } from '@weerklank/core/dialogue/live.commands'
import type { MeetingId, PlaceId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'

/** What who leads did with a meeting while it was held. */
export type MeetingEventTable = {
  workspace_id: WorkspaceId
  id: string
  meeting_id: MeetingId
  /** Who asked for it. */
  place_id: PlaceId
  at: Instant
  kind: LiveDeed | 'begin'
  /** The step it was done to. */
  step_key: string
  reason: string | null
}
