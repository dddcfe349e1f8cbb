import type { LearnerId, PersonId } from '@weerklank/core/shared/ids'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'

/**
 * Whether what somebody hands in now may be read by others: her consent for research is in force. Held until the end of the
 * transaction, so that a no comes wholly before or wholly after what is stored. The context must be hers, or a lead's; it is
 * put back.
 */
export async function sharesNow(
  trx: Trx,
  { context, person }: { context: Context; person: PersonId },
): Promise<boolean> {
  await setContext(trx, { ...context, persons: [...(context.persons ?? []), person] })
  const grant = await trx
    .selectFrom('consent_grant')
    .select('in_force')
    .where('person_id', '=', person)
    .where('purpose', '=', 'research')
    .forUpdate()
    .executeTakeFirst()
  await setContext(trx, context)
  return grant?.in_force ?? false
}

/** The learner, held until the end of the transaction: what she and a lead hand in comes one after the other. */
export async function lockLearner(trx: Trx, id: LearnerId) {
  return trx.selectFrom('learner').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}
