import { AppError } from '@weerklank/core/shared/errors'
import type { CircleId, CircleSideId } from '@weerklank/core/shared/ids'
import { type Day, localDay } from '@weerklank/core/shared/time'
import { type CircleKind, checkLastDay } from '@weerklank/core/team/circle'
import type { circleEndpoints } from '@weerklank/core/team/circle.contract'
import type { z } from 'zod'
import type { Trx } from '../schema.ts'
import { type CircleDeed, momentOf } from './circle.deps.ts'
import { joinAll } from './circle.join.ts'
import { heldCircle, type OpenCircle } from './circle.open.ts'
import * as repository from './circle.repository.ts'

type Making = z.output<(typeof circleEndpoints)['makeCircle']['body']>
type Editing = z.output<(typeof circleEndpoints)['editCircle']['body']>
type SideInput = Making['sides'][number]

/** Lets a collaboration be a team or network; the same once more changes nothing. `conflict` where it is another already. */
export async function makeCircle(trx: Trx, at: CircleDeed, body: Making): Promise<void> {
  const { session, relation } = at
  const { id, kind, question, endsOn, midcourseOn, sides, people } = body
  const { now, timeZone } = momentOf(at)
  const startsOn = localDay(now, timeZone)
  enforceDays({ kind, startsOn, endsOn, midcourseOn })
  enforceSides(sides)
  const within = { workspace_id: session.workspace.id, relation_id: relation }
  const isNew = await repository.insertCircle(trx, {
    ...{ ...within, id, kind, question, starts_on: startsOn, ends_on: endsOn, midcourse_on: midcourseOn },
    ...{ ended_at: null, end_reason: null, created_by: session.member.id },
    ...{ created_at: now, changed_at: now, version: 1 },
  })
  if (!isNew) {
    if ((await repository.findCircle(trx, relation))?.id === id) return
    throw new AppError('conflict')
  }
  await repository.insertSides(trx, sideRows(within, id, sides))
  const joined = await joinAll(trx, at, people)
  const known = new Set(sides.map((side) => side.id))
  await repository.insertPeople(
    trx,
    joined.map((one) => ({
      ...{
        ...within,
        circle_id: id,
        participant_id: one.participant,
        side_ids: sidesAmong(one.sides, known),
      },
      ...{ joined_at: now, seen_at: null, left_at: null },
    })),
  )
}

/** Changes what they want to find out, its days and its sides; a side from which somebody speaks stays. */
export async function editCircle(trx: Trx, at: CircleDeed, body: Editing): Promise<void> {
  const circle = await heldCircle(trx, at.relation, momentOf(at))
  const { row } = circle
  if (circle.state.status === 'ended') throw new AppError('conflict', { fields: { circle: 'ended' } })
  const { version, question, endsOn, midcourseOn, sides } = body
  enforceDays({ kind: row.kind, startsOn: row.starts_on, endsOn, midcourseOn })
  enforceSides(sides)
  const gone = circle.sides.filter(({ id }) => !sides.some((side) => side.id === id)).map(({ id }) => id)
  enforceEmpty(circle, gone)
  const { now } = momentOf(at)
  const change = { question, ends_on: endsOn, midcourse_on: midcourseOn, changed_at: now }
  if (!(await repository.updateCircle(trx, { id: row.id, version }, change))) throw new AppError('conflict')
  await repository.removeSides(trx, gone)
  const within = { workspace_id: row.workspace_id, relation_id: row.relation_id }
  await repository.insertSides(trx, sideRows(within, row.id, sides))
}

/** Rounds it off, or takes it up again with another last day. Nothing is said of a family that left: its coming back is. */
export async function setStatus(
  trx: Trx,
  at: CircleDeed,
  { to, endsOn }: z.output<(typeof circleEndpoints)['setCircleStatus']['body']>,
): Promise<void> {
  const { row, state } = await heldCircle(trx, at.relation, momentOf(at))
  const { now, timeZone } = momentOf(at)
  if (to === 'end') {
    if (state.status === 'ended') return
    await repository.updateCircle(trx, row, { ended_at: now, end_reason: 'done', changed_at: now })
    return
  }
  if (state.status !== 'ended') return
  // A year more, from the day on which it is taken up.
  enforceDays({ kind: row.kind, startsOn: localDay(now, timeZone), endsOn, midcourseOn: null })
  const change = { ended_at: null, end_reason: null, ends_on: endsOn, changed_at: now }
  await repository.updateCircle(trx, row, change)
}

function enforceDays(of: { kind: CircleKind; startsOn: Day; endsOn: Day | null; midcourseOn: Day | null }) {
  const decision = checkLastDay(of)
  if (!decision.allowed) throw new AppError('invalid-input', { fields: { endsOn: decision.reason } })
  const { midcourseOn, startsOn, endsOn } = of
  if (midcourseOn === null) return
  if (midcourseOn < startsOn || (endsOn !== null && midcourseOn > endsOn))
    throw new AppError('invalid-input', { fields: { midcourseOn: 'outside' } })
}

function enforceSides(sides: readonly SideInput[]): void {
  const names = new Set(sides.map(({ name }) => name.toLowerCase()))
  const ids = new Set(sides.map(({ id }) => id))
  if (names.size < sides.length || ids.size < sides.length)
    throw new AppError('invalid-input', { fields: { sides: 'doubled' } })
}

function enforceEmpty({ people }: OpenCircle, gone: readonly CircleSideId[]): void {
  if (people.some(({ side_ids }) => side_ids.some((id) => gone.includes(id))))
    throw new AppError('invalid-input', { fields: { sides: 'in-use' } })
}

/** The sides from which somebody speaks, each once; throws for one that the circle does not have. */
export function sidesAmong(ids: readonly CircleSideId[], known: ReadonlySet<CircleSideId>): CircleSideId[] {
  if (ids.some((id) => !known.has(id))) throw new AppError('invalid-input', { fields: { sides: 'unknown' } })
  return [...new Set(ids)]
}

function sideRows(
  within: Pick<repository.CircleRow, 'workspace_id' | 'relation_id'>,
  circle: CircleId,
  sides: readonly SideInput[],
) {
  return sides.map(({ id, name, isFamily }, position) => ({
    ...{ ...within, circle_id: circle, id, name, is_family: isFamily, position },
  }))
}
