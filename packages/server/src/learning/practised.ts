import { attainmentScale } from '@weerklank/core/learning/attainment'
import type { Place } from '@weerklank/core/library/works'
import type { GoalId, LearningExerciseId, MemberId, PersonId, TrajectoryId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'

/** An exercise that was done, or a goal that was written, by somebody who lets it be used. */
export type Practised = {
  id: LearningExerciseId | GoalId
  deed: string
  trajectory: TrajectoryId
  person: PersonId
  at: Instant
  place: Place
}

/** How far one goal came, from where she stood when it was written. */
export type GoalLine = { goal: GoalId; person: PersonId; checks: { moment: number; value: number }[] }

const nowhere: Place = { kind: null, context: null, situation: null }

/**
 * What learners did and how far their goals came, in some trajectories of which the numbers are in reach: only what is shared with consent
 * (ADR 0030). Days are days: what was said on the day of an exercise counts as from before it.
 */
export async function practisedIn(
  trx: Trx,
  trajectories: readonly TrajectoryId[],
): Promise<{ deeds: Practised[]; goals: GoalLine[] }> {
  const shared = { shared: 'research', in_use: true } as const
  const [done, goals, said] = await Promise.all([
    trx
      .selectFrom('learning_exercise')
      .select(['id', 'exercise_key', 'trajectory_id', 'person_id', 'day', 'kind', 'context', 'situation'])
      .where('trajectory_id', '=', anyOf(trajectories))
      .where((eb) => eb.and(shared))
      .execute(),
    trx
      .selectFrom('learning_goal')
      .select(['id', 'trajectory_id', 'person_id', 'scale', 'created_at'])
      .where('trajectory_id', '=', anyOf(trajectories))
      .where((eb) => eb.and(shared))
      .where('scale', 'is not', null)
      .execute(),
    trx
      .selectFrom('learning_attainment')
      .select(['goal_id', 'level', 'day'])
      .where('trajectory_id', '=', anyOf(trajectories))
      .where((eb) => eb.and(shared))
      .orderBy('day')
      .orderBy('at')
      .execute(),
  ])
  const levels = Map.groupBy(said, ({ goal_id }) => goal_id)
  return {
    deeds: [
      ...done.map(({ id, exercise_key, trajectory_id, person_id, day, kind, context, situation }) => ({
        ...{ id, deed: `exercise:${exercise_key}`, trajectory: trajectory_id, person: person_id },
        ...{ at: momentOf(day), place: { kind, context, situation } as Place },
      })),
      ...goals.map(({ id, trajectory_id, person_id, created_at }) => ({
        ...{ id, deed: 'goal', trajectory: trajectory_id, person: person_id },
        ...{ at: momentOf(created_at.slice(0, 10)), place: nowhere },
      })),
    ],
    goals: goals.map(({ id, person_id, scale, created_at }) => ({
      ...{ goal: id, person: person_id },
      checks: [
        point(created_at.slice(0, 10), attainmentScale.parse(scale).baseline),
        ...(levels.get(id) ?? []).map(({ day, level }) => point(day, level)),
      ],
    })),
  }
}

const momentOf = (day: string): Instant => `${day}T00:00:00.000Z`
const point = (day: string, value: number) => ({ moment: Date.parse(momentOf(day)), value })

/** Who leads some trajectories. */
export async function leadsOf(
  trx: Trx,
  trajectories: readonly TrajectoryId[],
): Promise<Map<TrajectoryId, MemberId[]>> {
  const rows = await trx
    .selectFrom('trajectory')
    .select(['id', 'lead_ids'])
    .where('id', '=', anyOf(trajectories))
    .execute()
  return new Map(rows.map(({ id, lead_ids }) => [id, lead_ids]))
}
