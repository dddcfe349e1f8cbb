import { hasAuthority } from '@weerklank/core/consent/person'
import type { PersonId, WorkspaceId } from '@weerklank/core/shared/ids'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { familyOf, reachFamilies } from './consent.person.ts'
import { parentsOf } from './consent.repository.ts'
import { planReview, reviewConsent } from './consent.review.ts'
import type { ConsentDeps } from './consent.status.ts'
import { replaceParents } from './person.repository.ts'

type Of = {
  deps: ConsentDeps
  workspace: { id: WorkspaceId; timeZone: string }
  context: Context
  child: PersonId
  /** Those among `others` who are her parents with authority. */
  parents: readonly PersonId[]
  /** Of whom it is said; what is known of any other parent stays. */
  others: readonly PersonId[]
}

/**
 * Keeps who of some people is a parent with authority of a child in no collaboration, and looks anew at what is in force of
 * her: it may need a parent now. The same again changes nothing; false then. The context is as it was afterwards.
 */
export async function nameParents(trx: Trx, of: Of): Promise<boolean> {
  const { deps, workspace, child, parents, others } = of
  const context = await reachFamilies(trx, of.context, [child, ...parents])
  const family = await familyOf(trx, child)
  const before = family.parents
  const stays = before.filter(
    ({ parent_id: id, authority }) =>
      !others.includes(id) || (parents.includes(id) && hasAuthority(authority)),
  )
  const fresh = parents.filter((id) => !stays.some((row) => row.parent_id === id))
  const isChanged = fresh.length > 0 || stays.length < before.length
  if (isChanged) {
    await replaceParents(trx, { workspace: workspace.id, child, at: deps.world.now() }, [
      ...stays.map(({ parent_id, authority }) => ({ parent_id, authority })),
      ...fresh.map((id) => ({ parent_id: id, authority: 'parent' as const })),
    ])
    await reviewConsent(trx, { deps, hand: { workspace, context }, person: child })
    await planReview(trx, { deps, workspace, person: child, bornOn: family.person.born_on })
  }
  await setContext(trx, of.context)
  return isChanged
}

/** The parents with authority of some persons; the context is as it was afterwards. */
export async function parentsAmong(
  trx: Trx,
  context: Context,
  persons: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly PersonId[]>> {
  await reachFamilies(trx, context, persons)
  const rows = (await parentsOf(trx, persons)).filter(({ authority }) => hasAuthority(authority))
  await setContext(trx, context)
  const of = (child: PersonId) =>
    rows.filter(({ child_id }) => child_id === child).map(({ parent_id }) => parent_id)
  return new Map(persons.map((person) => [person, of(person)]))
}
