import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Db } from '../schema.ts'
import { type MemberApi, openSession, PurposeRefused } from './access.ts'

/**
 * Writes down that data were asked for a purpose for which none are given. In a transaction of its own: that of the request
 * was taken back. The subject says by which endpoint.
 */
export function refusalNotes({ db, world }: { db: Db; world: World }): MemberApi['noteRefused'] {
  return async (who, endpoint, error) => {
    if (!(error instanceof PurposeRefused)) return
    const subject = { kind: endpoint, id: who.member, purpose: error.purpose }
    await db.transaction().execute(async (trx) => {
      const session = await openSession(trx, { ...who, now: world.now() }, 'self')
      await recordOwn(trx, world, { session, action: 'export.refused', subject })
    })
  }
}
