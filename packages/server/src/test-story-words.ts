/** What the learners of a story wrote in their trajectory: a goal, an answer, and what hinders. Others may read it of whom consents. */
import type {
  GoalId,
  LearnerId,
  LearningAnswerId,
  MemberId,
  MentionId,
  PersonId,
} from '@weerklank/core/shared/ids'
import { asMaintenance } from './access/accounts.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'
import type { BuiltLearning } from './test-story-learning.ts'

type Learner = BuiltLearning['learners'][number]

/** Of each learner, in their order, her goal; and Noor, who takes part too, with nothing handed in yet. */
export async function buildWords(app: Running, { learning, by }: { learning: BuiltLearning; by: MemberId }) {
  return asMaintenance(app.owner, async (trx) => {
    const goals: GoalId[] = []
    for (const learner of learning.learners) goals.push(await write(trx, app, { learning, learner }))
    return { goals, colleague: await letIn(trx, app, { learning, by }) }
  })
}

async function letIn(
  trx: Trx,
  app: Running,
  { learning, by }: { learning: BuiltLearning; by: MemberId },
): Promise<LearnerId> {
  const [id, person, now] = [app.world.newId<LearnerId>(), app.world.newId<PersonId>(), app.clock.now()]
  const number = learning.learners.length + 1
  const within = { workspace_id: app.workspace, trajectory_id: learning.trajectory }
  await trx
    .insertInto('person')
    .values({ workspace_id: app.workspace, id: person, name: 'Noor', born_on: null, created_at: now })
    .execute()
  await trx
    .insertInto('learner')
    .values({
      ...{ ...within, id, number, person_id: person, member_id: by, function: '', organisation: '' },
      ...{ voice: 'professional', address: 'je', language: 'nl', status: 'active', joined_at: now },
      ...{ seen_at: now, stopped_on: null, stop_reason: null, exit_talk: 'none', changed_at: now },
      ...{ version: 1, shared: null },
    })
    .execute()
  await trx
    .insertInto('learner_name')
    .values({ ...within, learner_id: id, name: 'Noor', email: '' })
    .execute()
  await trx
    .updateTable('trajectory')
    .set({ learners: number })
    .where('id', '=', learning.trajectory)
    .execute()
  return id
}

async function write(
  trx: Trx,
  app: Running,
  { learning, learner }: { learning: BuiltLearning; learner: Learner },
): Promise<GoalId> {
  const now = app.clock.now()
  const goal = app.world.newId<GoalId>()
  const grant = await trx
    .selectFrom('consent_grant')
    .select('purpose')
    .where('person_id', '=', learner.person)
    .where('purpose', '=', 'research')
    .where('in_force', '=', true)
    .executeTakeFirst()
  const within = {
    ...{ workspace_id: app.workspace, trajectory_id: learning.trajectory, moment_id: learning.moment },
    ...{ learner_id: learner.id, person_id: learner.person },
    shared: grant === undefined ? null : ('research' as const),
  }
  await trx
    .insertInto('learning_goal')
    .values({
      ...{ ...within, id: goal, text: 'Ik wil leren luisteren', situation: '', why: '', first_step: '' },
      ...{ notice: '', status: 'current', replaces: null, reason: '', scale: null },
      ...{ created_at: now, changed_at: now, version: 1 },
    })
    .execute()
  await trx
    .insertInto('learning_answer')
    .values({
      ...{ ...within, id: app.world.newId<LearningAnswerId>(), item_key: 'succeeded', goal_id: null },
      ...{ choice: null, body: 'Ik vraag meer door.', at: now },
    })
    .execute()
  await trx
    .insertInto('learning_mention')
    .values({
      ...{ ...within, id: app.world.newId<MentionId>(), kind: 'barrier', level: 'team', stance: 'expected' },
      ...{ code: 'workload', body: '', at: now },
    })
    .execute()
  return goal
}
