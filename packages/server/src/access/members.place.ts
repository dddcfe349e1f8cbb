import type { MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Trx } from '../schema.ts'

export type Place = { workspace: WorkspaceId; member: MemberId; user: string }

/**
 * Ends someone's place in a workspace: she is out with her next request and her open screens hear no more. She stays known
 * by name, and what she wrote stays. Whoever has no place anywhere else is signed out.
 */
export async function endPlace(trx: Trx, of: Place & { now: Instant }): Promise<void> {
  await trx.updateTable('member').set({ ended_at: of.now }).where('id', '=', of.member).execute()
  await trx
    .deleteFrom('auth.membership')
    .where('user_id', '=', of.user)
    .where('workspace_id', '=', of.workspace)
    .execute()
  await trx
    .deleteFrom('auth.session')
    .where('userId', '=', of.user)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('auth.membership').select('user_id').where('user_id', '=', of.user))),
    )
    .execute()
}

/** Gives a place back that was ended. */
export async function returnPlace(trx: Trx, of: Place): Promise<void> {
  await trx.updateTable('member').set({ ended_at: null }).where('id', '=', of.member).execute()
  await trx
    .insertInto('auth.membership')
    .values({ user_id: of.user, workspace_id: of.workspace, member_id: of.member })
    .onConflict((conflict) => conflict.columns(['user_id', 'workspace_id']).doNothing())
    .execute()
}
