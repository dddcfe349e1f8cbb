import type { PersonId } from '@weerklank/core/shared/ids'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type { Source } from './corpus.pieces.ts'

/** Where people stand for having their words laid beside others: in force, on hold; everybody else said nothing or no. */
export type Standing = ReadonlyMap<PersonId, 'in-force' | 'on-hold'>

/** Of some persons, whose choices are in reach. */
export async function standingOf(trx: Trx, persons: readonly PersonId[]): Promise<Standing> {
  const rows = await trx
    .selectFrom('consent_grant')
    .select(['person_id', 'in_force'])
    .where('person_id', '=', anyOf(persons))
    .where('purpose', '=', 'analysis')
    // Whoever withdraws now waits until this is stored, and takes it out then.
    .forShare()
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.in_force ? 'in-force' : 'on-hold']))
}

/**
 * Words without a name are of somebody at the table, and nobody knows whose: they are used only while everybody who was there
 * consents. On hold as soon as one of them is.
 */
export function standingWithoutName(source: Source, standing: Standing): 'in-force' | 'on-hold' | null {
  const all = source.present.map(({ person }) => standing.get(person))
  if (all.length === 0 || all.includes(undefined)) return null
  return all.includes('on-hold') ? 'on-hold' : 'in-force'
}
