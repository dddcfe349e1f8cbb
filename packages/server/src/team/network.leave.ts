import type { CircleId, PersonId } from '@weerklank/core/shared/ids'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'

/** Takes whoever leaves a team or network off its maps, also of earlier moments: what she told, and what others told of her. */
export async function leaveMaps(
  trx: Trx,
  of: { context: Context; circle: CircleId; person: PersonId },
): Promise<void> {
  const { context, circle, person } = of
  const persons = [...new Set([...(context.persons ?? []), person])]
  await setContext(trx, { ...context, persons, purpose: 'access' })
  await trx
    .deleteFrom('network_tie')
    .where('circle_id', '=', circle)
    .where(({ or, eb }) => or([eb('from_person', '=', person), eb('to_person', '=', person)]))
    .execute()
  await trx
    .deleteFrom('network_answer')
    .where('circle_id', '=', circle)
    .where('person_id', '=', person)
    .execute()
  await setContext(trx, context)
}
