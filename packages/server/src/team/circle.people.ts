import { AppError } from '@weerklank/core/shared/errors'
import type { circleEndpoints } from '@weerklank/core/team/circle.contract'
import type { z } from 'zod'
import { checkLinkKind, enqueueMail } from '../mail/outbox.ts'
import { takePart } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import { type CircleDeed, momentOf } from './circle.deps.ts'
import { enforceColleagues } from './circle.join.ts'
import { afterLeaving } from './circle.leave.ts'
import { circleMail } from './circle.letter.ts'
import { newCircleLink } from './circle.links.ts'
import { sidesAmong } from './circle.make.ts'
import { heldCircle, isOfFamily, type OpenCircle } from './circle.open.ts'
import * as repository from './circle.repository.ts'

type Adding = z.output<(typeof circleEndpoints)['addCirclePerson']['body']>
type Setting = z.output<(typeof circleEndpoints)['setCirclePerson']['body']>
type Participant = repository.PersonRow['participant_id']

/** Lets somebody belong to it; who is new takes part in the collaboration from then on. */
export async function addPerson(trx: Trx, at: CircleDeed, body: Adding): Promise<void> {
  const circle = await openForPeople(trx, at)
  const { row } = circle
  const known = new Set(circle.sides.map(({ id }) => id))
  const sides = sidesAmong(body.sides, known)
  enforceStillAsking(circle, sides)
  const participant = await participantOf(trx, at, body)
  const { now } = momentOf(at)
  await repository.insertPeople(trx, [
    {
      ...{ workspace_id: row.workspace_id, relation_id: row.relation_id, circle_id: row.id },
      ...{ participant_id: participant, side_ids: sides, joined_at: now, seen_at: null, left_at: null },
    },
  ])
}

async function participantOf(
  trx: Trx,
  at: CircleDeed,
  { participant, person }: Adding,
): Promise<Participant> {
  const { session, deps, relation } = at
  if (person !== null) {
    await enforceColleagues(trx, person.member === null ? [] : [person.member], 'person.member')
    return takePart(trx, { session, relation, world: deps.world }, { id: participant, ...person })
  }
  const row = await trx
    .selectFrom('participant')
    .select('id')
    .where('relation_id', '=', relation)
    .where('id', '=', participant)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('invalid-input', { fields: { participant: 'unknown' } })
  return row.id
}

/** From which sides somebody speaks, and whether she is there. Who leaves has no way in any more. */
export async function setPerson(
  trx: Trx,
  at: CircleDeed,
  { participant, ...body }: Setting & { participant: Participant },
): Promise<void> {
  const circle = await openForPeople(trx, at)
  const person = circle.people.find((one) => one.participant_id === participant)
  if (person === undefined) throw new AppError('not-found')
  const sides = sidesAmong(body.sides, new Set(circle.sides.map(({ id }) => id)))
  if (body.active) enforceStillAsking(circle, sides)
  const moment = momentOf(at)
  const { now } = moment
  const which = { circle: circle.row.id, participant }
  if (!body.active) await repository.revokeLinks(trx, which, now)
  await repository.updatePerson(trx, which, {
    side_ids: sides,
    left_at: body.active ? null : (person.left_at ?? now),
  })
  if (!body.active) {
    await afterLeaving(trx, {
      ...{ world: at.deps.world, context: at.session.context, relation: at.relation, ...which, moment },
      ...{ person: person.person_id, isFamily: isOfFamily(circle, person) },
    })
  }
}

async function openForPeople(trx: Trx, at: CircleDeed): Promise<OpenCircle> {
  const circle = await heldCircle(trx, at.relation, momentOf(at))
  if (circle.state.status === 'ended') throw new AppError('conflict', { fields: { circle: 'ended' } })
  return circle
}

/** When the family has left nobody comes in any more, but the family itself. */
function enforceStillAsking({ state, sides }: OpenCircle, own: readonly string[]): void {
  if (state.status !== 'rounding-off') return
  if (!sides.some((side) => side.is_family && own.includes(side.id)))
    throw new AppError('conflict', { fields: { circle: 'family-left' } })
}

/** A new link for somebody without an account, shown once or mailed. */
export async function linkPerson(
  trx: Trx,
  at: CircleDeed,
  of: { participant: Participant; email: string | null },
) {
  const { session, deps } = at
  const circle = await openForPeople(trx, at)
  const person = personToLink(circle, of.participant)
  const { url, until } = await newCircleLink(trx, deps, { circle: circle.row, person })
  const mailed = of.email !== null
  if (of.email !== null) {
    const mail = circleMail({
      ...{ to: of.email, url, publicUrl: deps.publicUrl, workspace: session.workspace.name },
      listener: person,
    })
    // Of the kind that is forgotten once it is sent, for it holds the link.
    await enqueueMail(trx, deps.world, { workspace: session.workspace.id, kind: checkLinkKind, mail })
  }
  return { url: mailed ? '' : url, until, mailed, person: person.person_id }
}

/** Ends the links of somebody. Gives whose they were. */
export async function unlinkPerson(trx: Trx, at: CircleDeed, participant: Participant) {
  const circle = await heldCircle(trx, at.relation, momentOf(at))
  const person = personToLink(circle, participant)
  await repository.revokeLinks(trx, { circle: circle.row.id, participant }, at.deps.world.now())
  return person.person_id
}

function personToLink(circle: OpenCircle, participant: Participant): repository.PersonRow {
  const person = circle.people.find((one) => one.participant_id === participant && one.left_at === null)
  if (person === undefined) throw new AppError('not-found')
  // A colleague signs in: a link in her name would be a second way to her.
  if (person.member_id !== null) throw new AppError('not-allowed')
  return person
}
