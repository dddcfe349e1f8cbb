import type { CircleCheckId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import { type Context, inContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Announce } from '../http/events.ts'
import type { JobHandler } from '../jobs/jobs.ts'
import type { Db } from '../schema.ts'
import { openWhenDue } from './circle-check.open.ts'
import { lockCheck } from './circle-check.repository.ts'

/** When the window closes a check opens with what is there: one job per check, planned when it is made. */
export const circleCheckCloseKind = 'circle-check-close'

/** Opens a check of which the window closed; one that is open already, or is gone, is left as it is. */
export function circleCheckClose(deps: { db: Db; world: World; announce: Announce }): JobHandler {
  return async ({ payload }) => {
    const workspace = payload.workspace as WorkspaceId
    const relation = payload.relation as RelationId
    const check = payload.check as CircleCheckId
    const context: Context = { workspace, actor: 'system', relations: [relation] }
    const opened = await inContext(deps.db, context, async (trx) => {
      const row = await lockCheck(trx, { relation, check })
      return row !== undefined && openWhenDue(trx, deps, { row, context })
    })
    if (opened) deps.announce({ workspace, relation })
    return null
  }
}
