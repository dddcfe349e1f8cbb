import type { MeetingId, PersonId, RelationId, RoundId, WorkspaceId } from '@weerklank/core/shared/ids'
import { asMaintenance } from '../db/maintenance.ts'
import type { Db, Trx } from '../schema.ts'
import type { LearningBatch } from './works.learning.ts'

/** A collaboration, with what is read along with it. */
export type There = {
  id: RelationId
  meetings: MeetingId[]
  persons: PersonId[]
  isTeam: boolean
  rounds: RoundId[]
}

/**
 * The owner knows which collaborations, teams and trajectories there are, who takes part in them, and which meetings and rounds were held;
 * what stands in them is read by the program, under its rules.
 */
export async function whatThereIs(
  owner: Db,
  workspace: WorkspaceId,
): Promise<{ relations: There[]; trajectories: LearningBatch[] }> {
  return asMaintenance(owner, async (trx) => ({
    relations: await relationsThere(trx, workspace),
    trajectories: await trajectoriesThere(trx, workspace),
  }))
}

async function relationsThere(trx: Trx, workspace: WorkspaceId): Promise<There[]> {
  const relations = await trx
    .selectFrom('relation')
    .leftJoin('circle', (join) =>
      join
        .onRef('circle.workspace_id', '=', 'relation.workspace_id')
        .onRef('circle.relation_id', '=', 'relation.id'),
    )
    .select(['relation.id', 'circle.id as circle'])
    .where('relation.workspace_id', '=', workspace)
    .orderBy('relation.id')
    .execute()
  const people = await trx
    .selectFrom('participant')
    .select(['relation_id', 'person_id'])
    .where('workspace_id', '=', workspace)
    .execute()
  const [personsOf, others] = [Map.groupBy(people, (one) => one.relation_id), await heldIn(trx, workspace)]
  return relations.map(({ id, circle }) => ({
    ...{ id, isTeam: circle !== null },
    persons: (personsOf.get(id) ?? []).map(({ person_id }) => person_id),
    meetings: (others.meetings.get(id) ?? []).map((meeting) => meeting.id),
    rounds: (others.rounds.get(id) ?? []).map((round) => round.id),
  }))
}

/** The meetings that were held and the rounds that are over, by the collaboration to which they belong. */
async function heldIn(trx: Trx, workspace: WorkspaceId) {
  const meetings = await trx
    .selectFrom('meeting')
    .select(['id', 'relation_id'])
    .where('workspace_id', '=', workspace)
    .where('status', '=', 'ended')
    .where('relation_id', 'is not', null)
    .execute()
  const rounds = await trx
    .selectFrom('round')
    .select(['id', 'circle_relation_id'])
    .where('workspace_id', '=', workspace)
    .where('closed_at', 'is not', null)
    .where('circle_relation_id', 'is not', null)
    .execute()
  return {
    meetings: Map.groupBy(meetings, ({ relation_id }) => relation_id),
    rounds: Map.groupBy(rounds, ({ circle_relation_id }) => circle_relation_id),
  }
}

async function trajectoriesThere(trx: Trx, workspace: WorkspaceId): Promise<LearningBatch[]> {
  const learners = await trx
    .selectFrom('learner')
    .select(['trajectory_id', 'person_id'])
    .where('workspace_id', '=', workspace)
    .orderBy('trajectory_id')
    .execute()
  return [...Map.groupBy(learners, ({ trajectory_id }) => trajectory_id)].map(([trajectory, own]) => ({
    ...{ workspace, trajectory },
    persons: own.map(({ person_id }) => person_id),
  }))
}
