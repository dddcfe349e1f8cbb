import type { PersonId, TrajectoryId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Context } from '../db/context.ts'
import { leadsOf, practisedIn } from '../learning/learning.ts'
import type { Trx } from '../schema.ts'
import { followed } from './works.batch.ts'
import { consentHeld } from './works.consent.ts'
import { keepTraces, type TraceRow } from './works.keep.ts'

/** A trajectory with who learns in it. */
export type LearningBatch = {
  workspace: WorkspaceId
  trajectory: TrajectoryId
  persons: readonly PersonId[]
}

/** What the work on it reaches: what a monitor reads, which is only what learners share. */
export function learningReach({ workspace, trajectory, persons }: LearningBatch): Context {
  return { workspace, actor: 'system', relations: [], persons, monitors: [trajectory] }
}

/** Writes how far goals came around exercises, and since they were written, of whoever consents. Gives how many there are. */
export async function traceLearning(trx: Trx, batch: LearningBatch): Promise<number> {
  const { workspace, trajectory } = batch
  const given = await consentHeld(trx, batch.persons)
  const { deeds, goals } = await practisedIn(trx, [trajectory])
  const leads = (await leadsOf(trx, [trajectory])).get(trajectory) ?? []
  const rows = deeds.flatMap((deed): TraceRow[] => {
    if (!given.has(deed.person)) return []
    const row = {
      ...{ workspace_id: workspace, source: 'trajectory' as const, person_id: deed.person },
      ...{ subject_id: deed.id, deed: deed.deed, done_at: deed.at, ...deed.place },
      ...{ relation_id: null, trajectory_id: trajectory, colleague_ids: leads },
    }
    return goals
      .filter(({ goal, person }) => person === deed.person && (deed.deed !== 'goal' || goal === deed.id))
      .flatMap(({ goal, checks }) => followed(row, { instrument: `goal:${goal}`, checks }))
  })
  return keepTraces(trx, { trajectories: [trajectory] }, rows)
}
