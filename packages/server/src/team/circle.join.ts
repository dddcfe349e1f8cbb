import { mayWorkWithContent } from '@weerklank/core/access/access'
import { AppError } from '@weerklank/core/shared/errors'
import type { MemberId, ParticipantId } from '@weerklank/core/shared/ids'
import type { circleEndpoints } from '@weerklank/core/team/circle.contract'
import type { z } from 'zod'
import { anyOf } from '../db/dialect.ts'
import { takePart } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import type { CircleDeed } from './circle.deps.ts'

type Begins = z.output<(typeof circleEndpoints)['makeCircle']['body']>['people'][number]
type Joined = Pick<Begins, 'participant' | 'sides'>

/** Everybody whom a team or network begins with takes part in its collaboration, and counts once. Gives as whom. */
export async function joinAll(trx: Trx, at: CircleDeed, people: readonly Begins[]): Promise<Joined[]> {
  const { session, deps, relation } = at
  const colleagues = people.flatMap(({ person }) => person?.member ?? [])
  await enforceColleagues(trx, colleagues, 'people')
  const joined: Joined[] = []
  for (const { participant, sides, person } of people) {
    const of = { session, relation, world: deps.world }
    const id = person ? await takePart(trx, of, { id: participant, ...person }) : participant
    joined.push({ participant: id, sides })
  }
  const ids = joined.map(({ participant }) => participant)
  await enforceTakePart(trx, at, ids)
  return joined
}

/** A colleague comes in by her account: she has a place here now, and a role by which she works with what people tell. */
export async function enforceColleagues(
  trx: Trx,
  members: readonly MemberId[],
  field: 'people' | 'person.member',
): Promise<void> {
  if (members.length === 0) return
  const rows = await trx
    .selectFrom('member')
    .select(['id', 'roles'])
    .where('id', '=', anyOf(members))
    .where('ended_at', 'is', null)
    .execute()
  const fit = new Set(rows.filter(({ roles }) => mayWorkWithContent(roles).allowed).map(({ id }) => id))
  if (members.some((id) => !fit.has(id)))
    throw new AppError('invalid-input', { fields: { [field]: 'no-colleague' } })
}

async function enforceTakePart(trx: Trx, { relation }: CircleDeed, ids: ParticipantId[]): Promise<void> {
  if (new Set(ids).size < ids.length) throw new AppError('invalid-input', { fields: { people: 'doubled' } })
  const rows = await trx
    .selectFrom('participant')
    .select('id')
    .where('relation_id', '=', relation)
    .where('id', '=', anyOf(ids))
    .where('left_at', 'is', null)
    .execute()
  if (rows.length < ids.length) throw new AppError('invalid-input', { fields: { people: 'unknown' } })
}
