import type { ConsentPerson } from '@weerklank/core/consent/consent-needed'
import { hasAuthority } from '@weerklank/core/consent/person'
import { AppError } from '@weerklank/core/shared/errors'
import type { PersonId } from '@weerklank/core/shared/ids'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { type ParentRow, type PersonRow, parentsOf, personsOf } from './consent.repository.ts'

/** Someone with her parents and guardians. */
export type Family = { person: PersonRow; parents: readonly ParentRow[] }

/**
 * Brings some persons in reach, and their parents with them: who decides about a child is part of her choices. Gives the
 * context as it then is.
 */
export async function reachFamilies(
  trx: Trx,
  context: Context,
  persons: readonly PersonId[],
): Promise<Context> {
  const first = { ...context, persons: [...new Set([...(context.persons ?? []), ...persons])] }
  await setContext(trx, first)
  const parents = (await parentsOf(trx, persons)).map((row) => row.parent_id)
  const whole = { ...first, persons: [...new Set([...first.persons, ...parents])] }
  await setContext(trx, whole)
  return whole
}

/** The persons that are in reach, each with her parents; in the order of the ids. */
export async function familiesOf(trx: Trx, ids: readonly PersonId[]): Promise<Family[]> {
  const persons = await personsOf(trx, ids)
  const parents = await parentsOf(trx, ids)
  return ids.flatMap((id) => {
    const person = persons.find((row) => row.id === id)
    return person === undefined ? [] : [{ person, parents: parents.filter((row) => row.child_id === id) }]
  })
}

/** One of them; one who is out of reach does not exist. */
export async function familyOf(trx: Trx, id: PersonId): Promise<Family> {
  const [family] = await familiesOf(trx, [id])
  if (family === undefined) throw new AppError('not-found')
  return family
}

/** As the rules ask for her: parents are those with authority. */
export function asConsentPerson({ person, parents }: Family): ConsentPerson {
  const deciding = parents.filter((row) => hasAuthority(row.authority))
  return { id: person.id, bornOn: person.born_on, parents: deciding.map((row) => row.parent_id) }
}
