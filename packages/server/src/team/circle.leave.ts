import type { CircleId, ParticipantId, PersonId, RelationId } from '@weerklank/core/shared/ids'
import type { Moment } from '@weerklank/core/team/circle'
import type { Context } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { forgetAnswers } from './circle-check.answer.ts'
import { lookAgainAfterLeaving } from './circle-check.leave.ts'
import { leaveMaps } from './network.leave.ts'

type Leaving = {
  world: World
  context: Context
  relation: RelationId
  circle: CircleId
  participant: ParticipantId
  person: PersonId
  isFamily: boolean
  moment: Moment
}

/**
 * What goes with somebody who left, by herself or written down by a colleague: her place on the maps, of the family what it
 * answered; and the checks that may have waited for her are looked at again.
 */
export async function afterLeaving(trx: Trx, of: Leaving): Promise<void> {
  const { world, context, relation, circle, participant, person, isFamily, moment } = of
  await leaveMaps(trx, { context, circle, person })
  if (isFamily) await forgetAnswers(trx, context, { relation, circle, participant })
  await lookAgainAfterLeaving(trx, world, { circle, participant, moment })
}
