import { AppError } from '@weerklank/core/shared/errors'
import type { ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import {
  type CircleSpan,
  type CircleState,
  circleState,
  familyLeft,
  type Moment,
  mayAsk,
} from '@weerklank/core/team/circle'
import type { Trx } from '../schema.ts'
import * as repository from './circle.repository.ts'

/** A circle with its sides and people, and how it stands at this moment. */
export type OpenCircle = {
  row: repository.CircleRow
  sides: readonly repository.SideRow[]
  /** In the order of the alphabet; those who left are among them. */
  people: readonly repository.PersonRow[]
  span: CircleSpan
  state: CircleState
}

/** The circle of a collaboration in reach; throws `not-found` where it has none. */
export async function openCircle(trx: Trx, relation: RelationId, moment: Moment): Promise<OpenCircle> {
  return withPeople(trx, await repository.findCircle(trx, relation), moment)
}

/**
 * The same, held for something new that is asked or written in it: throws `conflict` when it is over, or when its family has
 * left, with which of the two under `circle`.
 */
export async function circleToAsk(trx: Trx, relation: RelationId, moment: Moment): Promise<OpenCircle> {
  const circle = await heldCircle(trx, relation, moment)
  const decision = mayAsk(circle.span, moment)
  if (!decision.allowed) throw new AppError('conflict', { fields: { circle: decision.reason } })
  return circle
}

/** The same, held for any change. */
export async function heldCircle(trx: Trx, relation: RelationId, moment: Moment): Promise<OpenCircle> {
  return withPeople(trx, await repository.lockCircle(trx, relation), moment)
}

async function withPeople(
  trx: Trx,
  row: repository.CircleRow | undefined,
  moment: Moment,
): Promise<OpenCircle> {
  if (row === undefined) throw new AppError('not-found')
  const sides = await repository.sidesOf(trx, [row.id])
  const people = await repository.peopleOf(trx, [row.id])
  return { row, sides, people, ...stateOf(row, { sides, people }, moment) }
}

/** How a circle stands, by its days and by whether its family is there. */
export function stateOf(
  row: repository.CircleRow,
  of: Pick<OpenCircle, 'sides' | 'people'>,
  moment: Moment,
): Pick<OpenCircle, 'span' | 'state'> {
  const families = new Set<string>(of.sides.filter((side) => side.is_family).map(({ id }) => id))
  const belonging = of.people.map(({ side_ids, left_at }) => ({ sides: side_ids, leftAt: left_at }))
  const span = {
    ...{ endsOn: row.ends_on, endedAt: row.ended_at },
    familyLeftAt: familyLeft(belonging, families),
  }
  return { span, state: circleState(span, moment) }
}

/** Somebody who is there, by her place in the collaboration. */
export function personIn(circle: OpenCircle, participant: ParticipantId): repository.PersonRow | undefined {
  return circle.people.find((one) => one.participant_id === participant && one.left_at === null)
}

/** Whether somebody speaks for the family. */
export function isOfFamily({ sides }: Pick<OpenCircle, 'sides'>, person: repository.PersonRow): boolean {
  return sides.some((side) => side.is_family && person.side_ids.includes(side.id))
}
