import type { PersonId } from '@weerklank/core/shared/ids'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'

/** Who of some people in reach consents to research now. Whoever withdraws waits until this transaction is over, and takes it out then. */
export async function consentHeld(trx: Trx, persons: readonly PersonId[]): Promise<Set<PersonId>> {
  const grants = await trx
    .selectFrom('consent_grant')
    .select('person_id')
    .where('person_id', '=', anyOf(persons))
    .where('purpose', '=', 'research')
    .where('in_force', '=', true)
    .forShare()
    .execute()
  return new Set(grants.map(({ person_id }) => person_id))
}
