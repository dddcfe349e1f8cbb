import { asPerson } from '@weerklank/core/access/access'
import type { AuditAction } from '@weerklank/core/audit/audit'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { asMaintenance } from '../access/accounts.ts'
import { record } from '../audit/audit.ts'
import { realWorld } from '../deps.ts'
import type { Db, Trx } from '../schema.ts'

type UserDeed = Extract<AuditAction, `account.${string}`>

/**
 * Writes down, in every workspace where the account has a place, what was done with it on the command line. Nobody signs in
 * there, so the line says no more than that it was the administrator of the machine.
 */
export async function recordUserDeed(trx: Trx, user: string, action: UserDeed): Promise<void> {
  const places = await trx
    .selectFrom('auth.membership')
    .select(['workspace_id', 'member_id'])
    .where('user_id', '=', user)
    .orderBy('workspace_id')
    .execute()
  for (const { workspace_id: workspace, member_id: member } of places) {
    const subject = { kind: 'member', id: member }
    await recordOnCommandLine(trx, workspace, { action, subject, person: asPerson(member) })
  }
}

/** For what the auth library does on connections of its own: first the line, so that there is no deed without one. */
export async function recordUserDeedBefore(owner: Db, user: string, action: UserDeed): Promise<void> {
  await asMaintenance(owner, (trx) => recordUserDeed(trx, user, action))
}

export async function recordNewWorkspace(trx: Trx, workspace: WorkspaceId): Promise<void> {
  const subject = { kind: 'workspace', id: workspace }
  await recordOnCommandLine(trx, workspace, { action: 'workspace.created', subject })
}

function recordOnCommandLine(
  trx: Trx,
  workspace: WorkspaceId,
  deed: Pick<Parameters<typeof record>[2], 'action' | 'subject' | 'person'>,
): Promise<void> {
  return record(trx, realWorld, {
    ...deed,
    ...{ workspace, actor: 'system', basis: 'command-line', relation: null },
  })
}
