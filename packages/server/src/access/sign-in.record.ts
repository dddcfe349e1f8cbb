import type { AuditAction } from '@weerklank/core/audit/audit'
import { AppError } from '@weerklank/core/shared/errors'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Db } from '../schema.ts'
import { openSession } from './access.ts'

type AccountDeed = Extract<AuditAction, `account.${string}`>

/**
 * Writes down, in every workspace where the account has a place, that its holder signed in or changed how she does. The auth
 * library works on connections of its own, so the line follows the deed; a place that has ended gets none.
 */
export async function recordAccountDeed(
  of: { db: Db; world: World },
  user: string,
  action: AccountDeed,
): Promise<void> {
  const places = await of.db
    .selectFrom('auth.membership')
    .select(['workspace_id as workspace', 'member_id as member'])
    .where('user_id', '=', user)
    .orderBy('workspace_id')
    .execute()
  for (const place of places) {
    await of.db
      .transaction()
      .execute(async (trx) => {
        const session = await openSession(trx, { ...place, now: of.world.now() }, 'self')
        await recordOwn(trx, of.world, { session, action })
      })
      .catch((error: unknown) => {
        if (!(error instanceof AppError) || error.code !== 'not-allowed') throw error
      })
  }
}
