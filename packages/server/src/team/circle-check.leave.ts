import type { CircleId, ParticipantId } from '@weerklank/core/shared/ids'
import { dayBounds, localDay } from '@weerklank/core/shared/time'
import type { Moment } from '@weerklank/core/team/circle'
import { phaseOf } from '@weerklank/core/team/circle-check'
import type { World } from '../deps.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Trx } from '../schema.ts'
import { circleCheckCloseKind } from './circle-check.job.ts'
import { factsOf } from './circle-check.load.ts'
import * as checks from './circle-check.repository.ts'

/**
 * Somebody left for whom a check may have waited. Whether it opens is looked at as the next day begins, whether or not she answered:
 * opened at once, it would tell whoever wrote down that she left, or saw it, that hers was the answer that was not in. Who is back
 * by then is waited for again.
 */
export async function lookAgainAfterLeaving(
  trx: Trx,
  world: World,
  of: { circle: CircleId; participant: ParticipantId; moment: Moment },
): Promise<void> {
  const { now, timeZone } = of.moment
  const runAt = dayBounds(localDay(now, timeZone), timeZone).to
  const rows = await checks.checksIn(trx, of.circle)
  for (const row of rows) {
    if (phaseOf(factsOf(row), now) !== 'asking' || !row.asked_ids.includes(of.participant)) continue
    const payload = { workspace: row.workspace_id, relation: row.relation_id, check: row.id }
    await enqueue(trx, world, { kind: circleCheckCloseKind, key: `${row.id} ${runAt}`, payload, runAt })
  }
}
