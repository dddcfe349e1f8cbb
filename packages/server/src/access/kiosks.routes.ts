import { type Kiosk, kioskEndpoints } from '@weerklank/core/access/kiosks.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { KioskId } from '@weerklank/core/shared/ids'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import { newToken } from '../http/link-token.ts'
import type { Trx } from '../schema.ts'
import { type MemberApi, serveRole } from './access.ts'

type Deps = { world: World; publicUrl: string }
const role = 'administrator'

/** The kiosks of a workspace: made and ended by whoever administers it. */
export function serveKiosks(to: MemberApi, { world, publicUrl }: Deps): void {
  serveRole(to, kioskEndpoints.kiosks, {
    role,
    handle: async (session, _input, trx) => {
      await recordOwn(trx, world, { session, action: 'kiosks.read' })
      return { kiosks: await inUse(trx) }
    },
  })
  serveRole(to, kioskEndpoints.makeKiosk, {
    role,
    handle: async (session, { body }, trx) => {
      const id = world.newId<KioskId>()
      const { token, hash } = newToken(session.workspace.id)
      await trx
        .insertInto('kiosk')
        .values({
          ...{ workspace_id: session.workspace.id, id, name: body.name, setup_hash: hash, token_hash: null },
          ...{ created_by: session.member.id, created_at: world.now() },
          ...{ set_up_at: null, revoked_at: null, last_used_on: null },
        })
        .execute()
      await recordOwn(trx, world, { session, action: 'kiosk.made', subject: { kind: 'kiosk', id } })
      return { kiosks: await inUse(trx), url: `${publicUrl}/kiosk/${token}` }
    },
  })
  serveRole(to, kioskEndpoints.revokeKiosk, {
    role,
    handle: async (session, { params }, trx) => {
      const id = params.kiosk
      const known = await trx.selectFrom('kiosk').select('revoked_at').where('id', '=', id).executeTakeFirst()
      if (known === undefined) throw new AppError('not-found')
      // The answer shows the devices either way.
      if (known.revoked_at !== null) await recordOwn(trx, world, { session, action: 'kiosks.read' })
      else {
        await trx.updateTable('kiosk').set({ revoked_at: world.now() }).where('id', '=', id).execute()
        await recordOwn(trx, world, { session, action: 'kiosk.revoked', subject: { kind: 'kiosk', id } })
      }
      return { kiosks: await inUse(trx) }
    },
  })
}

async function inUse(trx: Trx): Promise<Kiosk[]> {
  const rows = await trx
    .selectFrom('kiosk')
    .select(['id', 'name', 'created_at', 'set_up_at', 'last_used_on'])
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, createdAt: row.created_at },
    ...{ setUpAt: row.set_up_at, lastUsedOn: row.last_used_on },
  }))
}
