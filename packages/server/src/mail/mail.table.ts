import type { MailMessageId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { MailProblem } from '@weerklank/core/shared/mail-problem'
import type { Instant } from '@weerklank/core/shared/time'
import type { Generated } from 'kysely'

export type MailMessageTable = {
  workspace_id: WorkspaceId
  id: MailMessageId
  kind: string
  to_address: string
  to_name: string
  subject: string
  /** Empty once it is sent, and always for what signs somebody in. */
  body_text: string
  body_html: string
  /** For one tap in a mail program; forgotten with what stood in the mail. */
  unsubscribe_url: Generated<string>
  created_at: Instant
  waiting_since: Instant
  claimed_until: Instant | null
  sent_at: Instant | null
  given_up_at: Instant | null
  attempts: Generated<number>
  last_error: MailProblem | null
}
