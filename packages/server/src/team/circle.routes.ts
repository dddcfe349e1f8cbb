import { mayStartRelation } from '@weerklank/core/access/access'
import { AppError } from '@weerklank/core/shared/errors'
import { circleEndpoints } from '@weerklank/core/team/circle.contract'
import { type MemberApi, type MemberSession, serveInRelation, serveOverRelations } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import { planTable } from '../dialogue/dialogue.ts'
import type { Trx } from '../schema.ts'
import type { CircleDeed, CircleDeps } from './circle.deps.ts'
import { momentOf } from './circle.deps.ts'
import { circleList } from './circle.list.ts'
import { loadCircle } from './circle.load.ts'
import { editCircle, makeCircle, setStatus } from './circle.make.ts'
import { heldCircle } from './circle.open.ts'
import { addPerson, linkPerson, setPerson, unlinkPerson } from './circle.people.ts'
import { serveFamilyWords } from './family.routes.ts'

/** Teams and networks round one family: each is beside a collaboration, for who takes part in it (ADR 0031). */
export function serveCircles(to: MemberApi, deps: CircleDeps): void {
  const { world } = deps
  serveOverRelations(to, circleEndpoints.listCircles, (session, _input, trx) =>
    circleList(trx, session, deps),
  )
  serveInRelation(to, circleEndpoints.getCircle, async (session, { params }, trx) => {
    await recordDeed(trx, world, { session, relation: params.relation, action: 'circle.read' })
    return loadCircle(trx, { session, deps, relation: params.relation })
  })
  serveInRelation(to, circleEndpoints.makeCircle, async (session, { params, body }, trx) => {
    const at = atCircle(session, deps, params)
    await makeCircle(trx, at, body)
    await recordDeed(trx, world, { session, relation: params.relation, action: 'circle.made' })
    return loadCircle(trx, at)
  })
  serveInRelation(to, circleEndpoints.editCircle, async (session, { params, body }, trx) => {
    const at = atCircle(session, deps, params)
    await editCircle(trx, at, body)
    await recordDeed(trx, world, { session, relation: params.relation, action: 'circle.edited' })
    return loadCircle(trx, at)
  })
  serveInRelation(to, circleEndpoints.setCircleStatus, async (session, { params, body }, trx) => {
    const at = atCircle(session, deps, params)
    await setStatus(trx, at, body)
    const action = body.to === 'end' ? 'circle.ended' : 'circle.resumed'
    await recordDeed(trx, world, { session, relation: params.relation, action })
    return loadCircle(trx, at)
  })
  serveInRelation(to, circleEndpoints.planCircleMeeting, async (session, { params, body }, trx) => {
    const at = atCircle(session, deps, params)
    await planForAll(trx, at, body)
    return { meeting: body.id }
  })
  servePeople(to, deps)
  serveFamilyWords(to, deps)
}

function servePeople(to: MemberApi, deps: CircleDeps): void {
  const { world } = deps
  const action = 'circle.people-changed'
  serveInRelation(to, circleEndpoints.addCirclePerson, async (session, { params, body }, trx) => {
    const at = atCircle(session, deps, params)
    await addPerson(trx, at, body)
    await recordDeed(trx, world, { session, relation: params.relation, action })
    return loadCircle(trx, at)
  })
  serveInRelation(to, circleEndpoints.setCirclePerson, async (session, { params, body }, trx) => {
    const at = atCircle(session, deps, params)
    await setPerson(trx, at, { ...body, participant: params.participant })
    await recordDeed(trx, world, { session, relation: params.relation, action })
    return loadCircle(trx, at)
  })
  serveInRelation(to, circleEndpoints.linkCirclePerson, async (session, { params, body }, trx) => {
    const { relation, participant } = params
    const at = atCircle(session, deps, params)
    const { person, ...made } = await linkPerson(trx, at, { participant, email: body.email })
    await recordDeed(trx, world, { session, relation, action: 'circle.linked', person })
    return made
  })
  serveInRelation(to, circleEndpoints.unlinkCirclePerson, async (session, { params }, trx) => {
    const { relation, participant } = params
    const person = await unlinkPerson(trx, atCircle(session, deps, params), participant)
    await recordDeed(trx, world, { session, relation, action: 'circle.unlinked', person })
    return { done: true as const }
  })
}

/** What a team or network is and who belongs to it is said by the people of the house: a guest takes part. */
export function atCircle(
  session: MemberSession,
  deps: CircleDeps,
  { relation }: Pick<CircleDeed, 'relation'>,
): CircleDeed {
  if (!mayStartRelation(session.member.roles).allowed) throw new AppError('not-allowed')
  return { session, deps, relation }
}

type Meeting = { id: Parameters<typeof planTable>[2]['id']; format: string; plannedAt: string; place: string }

/** A meeting at which everybody of the circle has a place: also when the family left, to round it off with. */
async function planForAll(trx: Trx, at: CircleDeed, { plannedAt, ...body }: Meeting): Promise<void> {
  const { session, deps, relation } = at
  const circle = await heldCircle(trx, relation, momentOf(at))
  if (circle.state.status === 'ended') throw new AppError('conflict', { fields: { circle: 'ended' } })
  const people = circle.people
    .filter(({ left_at }) => left_at === null)
    .map(({ participant_id: participant, member_id: member, name, voice, address, language }) => ({
      ...{ participant, member, name, voice, address, language },
    }))
  await planTable(trx, session, { ...body, deps, relation, people, at: plannedAt })
}
