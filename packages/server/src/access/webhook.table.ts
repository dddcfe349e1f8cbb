import type { WebhookEvent, WebhookTry } from '@weerklank/core/access/webhook'
import type {
  MemberId,
  RelationId,
  WebhookDeliveryId,
  WebhookId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { ColumnType } from 'kysely'

/** Where a program of a member is told that something happened in her collaborations. */
export type WebhookTable = {
  workspace_id: WorkspaceId
  id: WebhookId
  member_id: MemberId
  url: string
  /** Sealed: see seal.ts. */
  secret: string
  events: WebhookEvent[]
  created_at: Instant
  failing_since: Instant | null
  stopped_at: Instant | null
  stopped_why: 'by-hand' | 'failing' | null
}

/** One message, and every time it was tried. */
export type WebhookDeliveryTable = {
  workspace_id: WorkspaceId
  id: WebhookDeliveryId
  webhook_id: WebhookId
  member_id: MemberId
  event: WebhookEvent
  relation_id: RelationId
  about_id: string
  rule: string | null
  at: Instant
  tries: ColumnType<WebhookTry[], string | undefined, string>
  delivered_at: Instant | null
  given_up_at: Instant | null
}
