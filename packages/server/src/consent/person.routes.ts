import { hasAuthority } from '@weerklank/core/consent/person'
import { personEndpoints } from '@weerklank/core/consent/person.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { PersonId } from '@weerklank/core/shared/ids'
import { localDay } from '@weerklank/core/shared/time'
import { type MemberApi, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import {
  mayAdminister,
  mayWriteFor,
  openPeople,
  type People,
  placeOf,
  presentPeople,
} from './consent.people.ts'
import { reachFamilies } from './consent.person.ts'
import { parentsOf, personsOf } from './consent.repository.ts'
import { planReview, reviewConsent } from './consent.review.ts'
import { type ConsentDeps, newPersonLink } from './consent.ts'
import { endAccount } from './own-account.ts'
import { endLinks, insertPerson, replaceParents, setBornOn } from './person.repository.ts'
import { serveRequests } from './request.routes.ts'

/** Who someone is in law, and the way to her own page. */
export function servePeople(to: MemberApi, deps: ConsentDeps): void {
  serveInRelation(to, personEndpoints.editPerson, async (session, { params, body }, trx) => {
    const { relation, person } = params
    const people = await openPeople(trx, { session, deps, relation })
    enforceEdit(people, person, body)
    await setBornOn(trx, person, body.bornOn)
    const context = await keepParents(trx, people, { child: person, parents: body.parents })
    const { workspace } = session
    await reviewConsent(trx, { deps, hand: { workspace, context }, person })
    await planReview(trx, { deps, workspace, person, bornOn: body.bornOn })
    await recordDeed(trx, deps.world, { session, relation, action: 'person.edited', subject: person, person })
    const edited = (await presentPeople(trx, people)).find((one) => one.person === person)
    if (edited === undefined) throw new AppError('not-found')
    return edited
  })
  serveLinks(to, deps)
  serveRequests(to, deps)
}

type Edit = { bornOn: string | null; parents: readonly ParentInput[] }
type ParentInput = { person: PersonId; name: string; authority: 'parent' | 'guardian' | 'none' }

function enforceEdit(people: People, person: PersonId, edit: Edit): void {
  if (!mayWriteFor(people.session, placeOf(people, person))) throw new AppError('not-allowed')
  const today = localDay(people.deps.world.now(), people.session.workspace.timeZone)
  if (edit.bornOn !== null && edit.bornOn > today) {
    throw new AppError('invalid-input', { fields: { bornOn: 'in-the-future' } })
  }
  const ids = edit.parents.map((parent) => parent.person)
  if (ids.includes(person) || new Set(ids).size < ids.length) {
    throw new AppError('invalid-input', { fields: { parents: 'doubled' } })
  }
  // Who works here does not decide for a child of this collaboration.
  const colleagues = people.places.filter((place) => place.member_id !== null)
  if (colleagues.some((place) => ids.includes(place.person_id))) {
    throw new AppError('invalid-input', { fields: { parents: 'colleague' } })
  }
}

/** Makes these the parents of a child; a parent who is nowhere yet becomes a person of her own. */
async function keepParents(
  trx: Trx,
  people: People,
  of: { child: PersonId; parents: readonly ParentInput[] },
) {
  const { session, deps } = people
  const at = deps.world.now()
  const known = new Set(
    (
      await personsOf(
        trx,
        of.parents.map((parent) => parent.person),
      )
    ).map((row) => row.id),
  )
  const strangers = of.parents.filter((one) => !known.has(one.person))
  // In reach from here on: a person is made in the sight of whoever makes her.
  const reach = [...(people.context.persons ?? []), ...strangers.map((one) => one.person)]
  await setContext(trx, { ...people.context, persons: reach })
  for (const parent of strangers) {
    const row = { workspace_id: session.workspace.id, id: parent.person, name: parent.name }
    // The identifier is that of somebody who is not in reach here.
    if (!(await insertPerson(trx, { ...row, born_on: null, created_at: at }))) throw new AppError('conflict')
  }
  await replaceParents(
    trx,
    { workspace: session.workspace.id, child: of.child, at },
    of.parents.map(({ person, authority }) => ({ parent_id: person, authority })),
  )
  return reachFamilies(trx, people.context, [of.child])
}

function serveLinks(to: MemberApi, deps: ConsentDeps): void {
  serveInRelation(to, personEndpoints.makePersonLink, async (session, { params }, trx) => {
    const { relation, person } = params
    const people = await openPeople(trx, { session, deps, relation })
    await enforceLink(trx, people, person)
    const made = await newPersonLink(trx, deps, { workspace: session.workspace.id, person })
    const action = 'own-page.linked'
    await recordDeed(trx, deps.world, { session, relation, action, subject: person, person })
    return { url: made.url, expiresAt: made.expiresAt }
  })
  serveInRelation(to, personEndpoints.endPersonLinks, async (session, { params }, trx) => {
    const { relation, person } = params
    const people = await openPeople(trx, { session, deps, relation })
    await enforceLink(trx, people, person)
    await endLinks(trx, { person, at: deps.world.now() })
    // What somebody else made with a link that was lost ends too; the answer and the record do not tell whether there was an account.
    await endAccount(trx, { workspace: session.workspace.id, person }, people.context)
    const action = 'own-page.unlinked'
    await recordDeed(trx, deps.world, { session, relation, action, subject: person, person })
    return { done: true as const }
  })
}

/** A link goes to someone who takes part, or to a parent with authority of someone who does. */
async function enforceLink(trx: Trx, people: People, person: PersonId): Promise<void> {
  const place = people.places.find((one) => one.person_id === person)
  if (place !== undefined) {
    if (!mayWriteFor(people.session, place)) throw new AppError('not-allowed')
    return
  }
  const parents = await parentsOf(
    trx,
    people.places.map((one) => one.person_id),
  )
  if (!mayAdminister(people.session)) throw new AppError('not-allowed')
  const isParent = parents.some((row) => row.parent_id === person && hasAuthority(row.authority))
  if (!isParent) throw new AppError('not-found')
}
