import { asPerson } from '@weerklank/core/access/access'
import { mayInMeeting } from '@weerklank/core/dialogue/meeting'
import type { PlaceInput } from '@weerklank/core/dialogue/meeting.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { MeetingId, MemberId, ParticipantId, PersonId, RelationId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import { type Context, setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import * as repository from './meeting.repository.ts'

type Of = {
  session: MemberSession
  world: World
  meeting: { id: MeetingId; relation: RelationId | null; maker: MemberId }
}

/** Who may sit at the table: colleagues who are here, and people of the collaboration it belongs to. */
type Known = {
  members: ReadonlySet<string>
  participants: ReadonlyMap<ParticipantId, PersonId>
}

/**
 * Brings the table to what the form says: new people get a place, known ones change, and whoever is left out leaves; what
 * she wrote stays, her links end. Gives the members who sit there now. The caller stores those with the meeting.
 */
export async function seatPeople(trx: Trx, of: Of, inputs: readonly PlaceInput[]): Promise<MemberId[]> {
  const before = await repository.placesOf(trx, [of.meeting.id])
  const known = await knownPeople(trx, of, inputs)
  const now = of.world.now()
  const seats = inputs.map((input, position) => ({
    input,
    position,
    row: before.find((one) => one.id === input.id),
    person: personOf(input, { known, row: before.find((one) => one.id === input.id) }),
  }))
  enforceSeats(of, seats)
  for (const row of before.filter((one) => one.left_at === null && !inputs.some(({ id }) => id === one.id))) {
    await repository.updatePlace(trx, row.id, { left_at: now, changed_at: now })
    await repository.revokeLinks(trx, row.id, now)
  }
  for (const { input, position, row } of seats) {
    if (row === undefined) continue
    const { name, voice, role, address, language } = input
    const change = { name, voice, role, address, language, position, left_at: null, changed_at: now }
    if (isChanged(row, change)) await repository.updatePlace(trx, row.id, change)
  }
  await insertSeats(
    trx,
    of,
    seats.filter(({ row }) => row === undefined),
  )
  return inputs.flatMap(({ member }) => member ?? [])
}

type Seat = {
  input: PlaceInput
  position: number
  row: repository.PlaceRow | undefined
  person: PersonId
}

async function knownPeople(trx: Trx, of: Of, inputs: readonly PlaceInput[]): Promise<Known> {
  const wanted = inputs.flatMap(({ member }) => member ?? [])
  const members = await trx
    .selectFrom('member')
    .select('id')
    .where('id', '=', anyOf(wanted))
    .where('ended_at', 'is', null)
    .execute()
  const { relation } = of.meeting
  const people =
    relation === null
      ? []
      : await trx
          .selectFrom('participant')
          .select(['id', 'person_id'])
          .where('relation_id', '=', relation)
          .where('left_at', 'is', null)
          .execute()
  return {
    members: new Set(members.map((row) => row.id)),
    participants: new Map(people.map((row) => [row.id, row.person_id])),
  }
}

/** Who somebody is does not change with her place; a stranger becomes a person of her own, with the identifier of her place. */
function personOf(
  { id, member, participant }: PlaceInput,
  { known, row }: { known: Known; row: repository.PlaceRow | undefined },
): PersonId {
  if (row !== undefined) {
    if (row.member_id !== member || row.participant_id !== participant) throw wrong('another-person')
    return row.person_id
  }
  if (member !== null) {
    if (!known.members.has(member)) throw wrong('unknown')
    return asPerson(member)
  }
  if (participant === null) return id as string as PersonId
  const person = known.participants.get(participant)
  if (person === undefined) throw wrong('unknown')
  return person
}

const wrong = (what: string) => new AppError('invalid-input', { fields: { places: what } })

function enforceSeats({ meeting }: Of, seats: readonly Seat[]): void {
  if (new Set(seats.map(({ person }) => person)).size < seats.length) throw wrong('doubled')
  if (new Set(seats.map(({ input }) => input.id)).size < seats.length) throw wrong('doubled')
  // Whoever nobody knows yet: of a child it must be known who decides about what is kept of her.
  const young = seats.filter(({ input }) => input.voice === 'child' || input.voice === 'youth')
  const isUnknown = ({ input, row }: Seat) =>
    row === undefined && input.member === null && input.participant === null && input.bornOn === null
  if (young.some(isUnknown)) throw wrong('born-on-missing')
  // Somebody has to be able to change the plan.
  const plans = ({ input: { role, member } }: Seat) =>
    mayInMeeting(
      { role, isMember: member !== null, isMaker: member === meeting.maker && member !== null },
      'planned',
      'plan',
    ).allowed
  if (!seats.some(plans)) throw wrong('nobody-plans')
}

async function insertSeats(trx: Trx, of: Of, seats: readonly Seat[]): Promise<void> {
  const { session, world, meeting } = of
  const [workspace_id, now] = [session.workspace.id, world.now()]
  const strangers = seats.filter(({ input }) => input.member === null && input.participant === null)
  for (const { input, person } of strangers) {
    await trx
      .insertInto('person')
      .values({ workspace_id, id: person, name: input.name, born_on: input.bornOn, created_at: now })
      .execute()
  }
  const rows = seats.map(
    ({ input: { bornOn: _, parents: _named, member, participant, ...input }, position, person }) => ({
      ...input,
      ...{ workspace_id, meeting_id: meeting.id, person_id: person, position },
      ...{ member_id: member, participant_id: participant },
      ...{ attends: 'unknown' as const, seen_at: null, left_at: null, changed_at: now, version: 1 },
    }),
  )
  await repository.insertPlaces(trx, rows)
}

function isChanged(row: repository.PlaceRow, change: Partial<repository.PlaceRow>): boolean {
  return Object.entries(change).some(
    ([key, value]) => key !== 'changed_at' && row[key as keyof repository.PlaceRow] !== value,
  )
}

/**
 * The context with the collaboration in reach, where the member takes part in it herself; else as it was. Who sits at the
 * table does not see the collaboration by that.
 */
export async function reachRelation(
  trx: Trx,
  session: MemberSession,
  relation: RelationId | null,
): Promise<Context> {
  if (relation === null) return session.context
  const row = await trx
    .selectFrom('participant')
    .select('id')
    .where('relation_id', '=', relation)
    .where('member_id', '=', session.member.id)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return session.context
  const context = { ...session.context, relations: [relation] }
  await setContext(trx, context)
  return context
}
