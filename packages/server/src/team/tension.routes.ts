import type { AuditAction } from '@weerklank/core/audit/audit'
import type { RelationId } from '@weerklank/core/shared/ids'
import { tensionEndpoints } from '@weerklank/core/team/tension.contract'
import { type MemberApi, type MemberSession, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { type AtCircle, memberAt } from './circle.at.ts'
import * as tension from './tension.ts'

type Deed = { relation: RelationId; action: AuditAction; subject?: string }

/** The tension register of a team or network, for its colleagues with an account. */
export function serveTensions(to: MemberApi, { world }: { world: World }): void {
  serveInRelation(to, tensionEndpoints.listTensions, (session, { params: { relation } }, trx) =>
    doing(trx, { session, world, relation, action: 'circle.tensions-read' }, async () => undefined),
  )
  serveInRelation(to, tensionEndpoints.addTension, (session, { params: { relation }, body }, trx) => {
    const deed = { relation, action: 'circle.tension-added', subject: body.id } as const
    return doing(trx, { session, world, ...deed }, (at) => tension.addTension(trx, at, body))
  })
  serveInRelation(to, tensionEndpoints.changeTension, (session, { params, body }, trx) => {
    const { relation, tension: id } = params
    const deed = { relation, action: 'circle.tension-changed', subject: id } as const
    return doing(trx, { session, world, ...deed }, (at) => tension.changeTension(trx, at, { id, ...body }))
  })
  serveInRelation(to, tensionEndpoints.restTension, (session, { params, body }, trx) => {
    const { relation, tension: id } = params
    const deed = { relation, action: 'circle.tension-changed', subject: id } as const
    return doing(trx, { session, world, ...deed }, (at) => tension.restTension(trx, at, { id, ...body }))
  })
  // Who looked and when would tell whose look changed the numbers: the record says that she read the register.
  serveInRelation(to, tensionEndpoints.lookAtTension, (session, { params, body }, trx) => {
    const { relation, tension: id } = params
    const deed = { relation, action: 'circle.tensions-read' } as const
    return doing(trx, { session, world, ...deed }, (at) => tension.lookAt(trx, at, { id, ...body }))
  })
  serveInRelation(to, tensionEndpoints.takeBackLooks, (session, { params }, trx) => {
    const { relation, tension: id } = params
    const deed = { relation, action: 'circle.tensions-read' } as const
    return doing(trx, { session, world, ...deed }, (at) => tension.takeBackLooks(trx, at, id))
  })
}

/** Does something at the register, writes it down, and gives the register as it is then. */
async function doing(
  trx: Trx,
  { session, world, ...deed }: Deed & { session: MemberSession; world: World },
  act: (at: AtCircle) => Promise<void>,
) {
  const at = await memberAt(trx, session, { world, relation: deed.relation })
  await act(at)
  await recordDeed(trx, world, { session, ...deed })
  return tension.loadTensions(trx, at)
}
