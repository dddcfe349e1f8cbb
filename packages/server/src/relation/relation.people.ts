import { asPerson } from '@weerklank/core/access/access'
import type { ParticipantInput } from '@weerklank/core/relation/relation.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { ParticipantId, PersonId, RelationId } from '@weerklank/core/shared/ids'
import type { Insertable } from 'kysely'
import type { MemberSession } from '../access/access.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import * as repository from './relation.repository.ts'
import type { ParticipantTable } from './relation.table.ts'

type Of = { session: MemberSession; relation: RelationId; world: World }

/** The people a new relation begins with: the member who makes it, then those she named. */
export async function firstPeople(trx: Trx, of: Of, people: readonly ParticipantInput[]): Promise<void> {
  enforceOnce(of, people)
  await insertPeople(trx, of.world, newParticipants(of, people))
  await repository.refreshDerived(trx, of.relation)
}

/** The member who makes a relation, then those she named, as rows. */
export function newParticipants(of: Of, people: readonly ParticipantInput[]): Insertable<ParticipantTable>[] {
  const { session, world } = of
  const own = newPerson(of, {
    id: world.newId(),
    member: session.member.id,
    name: session.member.name,
    voice: 'professional',
    detail: '',
    address: 'je',
    language: session.member.language,
  })
  return [own, ...people.map((person) => newPerson(of, person))]
}

/**
 * Brings the people of a relation to what the form says: new ones join, known ones change, and whoever is left out
 * leaves; what she answered stays. The sender is not in the form and stays as she is.
 */
export async function changePeople(trx: Trx, of: Of, people: readonly ParticipantInput[]): Promise<void> {
  enforceOnce(of, people)
  const self = of.session.member.id
  const present = (await repository.participantsOf(trx, [of.relation])).filter(
    (row) => row.member_id !== self,
  )
  const known = new Set<string>(present.map((row) => row.id))
  const wanted = new Set<string>(people.map((person) => person.id))
  for (const person of people.filter((one) => known.has(one.id))) {
    // Who someone is does not change: another person is another participant.
    const { id, member: _, ...fields } = person
    await repository.updateParticipant(trx, { id, relation_id: of.relation }, { ...fields, left_at: null })
  }
  for (const row of present.filter((one) => one.left_at === null && !wanted.has(one.id))) {
    await repository.updateParticipant(trx, row, { left_at: of.world.now() })
  }
  const added = people.filter((person) => !known.has(person.id))
  await insertPeople(
    trx,
    of.world,
    added.map((person) => newPerson(of, person)),
  )
  await repository.refreshDerived(trx, of.relation)
}

/** Lets one more person take part; a member who is there already, or was, takes up her own place. Gives as whom. */
export async function takePart(trx: Trx, of: Of, person: ParticipantInput): Promise<ParticipantId> {
  const rows = await repository.participantsOf(trx, [of.relation])
  // Of who has no account nothing but the identifier says that she is here already.
  const isHer = (row: (typeof rows)[number]) =>
    row.id === person.id || (person.member !== null && row.member_id === person.member)
  const known = rows.find(isHer)
  if (known === undefined) await insertPeople(trx, of.world, [newPerson(of, person)])
  else await repository.updateParticipant(trx, known, { left_at: null })
  await repository.refreshDerived(trx, of.relation)
  return known?.id ?? person.id
}

function enforceOnce(of: Of, people: readonly ParticipantInput[]): void {
  const members = people.flatMap((person) => person.member ?? [])
  const doubled =
    new Set(people.map((person) => person.id)).size < people.length ||
    new Set([...members, of.session.member.id]).size < members.length + 1
  if (doubled) throw new AppError('invalid-input', { fields: { participants: 'doubled' } })
}

/** Whoever is new is a person of her own: nobody said that she is the one of that name elsewhere. */
const newPersonId = (participant: ParticipantId) => participant as string as PersonId

/** Lets people in; whoever is no member becomes a person of her own. */
export async function insertPeople(
  trx: Trx,
  world: World,
  rows: Insertable<ParticipantTable>[],
): Promise<void> {
  const strangers = rows.filter((row) => row.member_id === null)
  await repository.insertPersons(
    trx,
    strangers.map((row) => ({
      workspace_id: row.workspace_id,
      id: row.person_id,
      name: row.name,
      born_on: null,
      created_at: world.now(),
    })),
  )
  await repository.insertParticipants(trx, rows)
}

function newPerson(of: Of, person: ParticipantInput): Insertable<ParticipantTable> {
  const { member, ...fields } = person
  return {
    ...fields,
    workspace_id: of.session.workspace.id,
    relation_id: of.relation,
    member_id: member,
    person_id: member === null ? newPersonId(person.id) : asPerson(member),
    joined_at: of.world.now(),
    left_at: null,
  }
}
