import { asMaintenance } from './access/accounts.ts'
import { asideDone } from './access/aside.ts'
import type { Running } from './test-running.ts'

export type AuditLine = {
  action: string
  actor: string
  subject: string
  subject_id: string
  relation_id: string | null
}

/** The record of the application's workspace as its owner reads it, oldest first. */
export async function auditOf(app: Running, action?: string): Promise<AuditLine[]> {
  // What is written down of a refusal, the refused one does not wait for.
  await asideDone()
  return asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('audit_event')
      .select(['action', 'actor', 'subject', 'subject_id', 'relation_id'])
      .where('workspace_id', '=', app.workspace)
      // Every test begins with someone who signs in: said only when asked for.
      .where('action', action === undefined ? '<>' : '=', action ?? 'account.signed-in')
      .orderBy('at')
      .orderBy('id')
      .execute(),
  )
}
