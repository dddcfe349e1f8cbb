/** What learners handed in, straight into the store: shared where they consent to research. */
import type { Purpose } from '@weerklank/core/consent/consent'
import type {
  LearnerId,
  LearningAnswerId,
  MomentId,
  PersonId,
  TrajectoryId,
} from '@weerklank/core/shared/ids'
import { asMaintenance } from '../db/maintenance.ts'
import type { Trx } from '../schema.ts'
import type { Running } from '../test-running.ts'

export type Said = { learner: LearnerId; moment: string; item: string; choice?: string; body?: string }

/** Consent of somebody, as if she had given it on her page. */
export async function consentTo(
  app: Running,
  of: { trajectory: TrajectoryId; learner: LearnerId; purposes: readonly Purpose[] },
): Promise<PersonId> {
  return asMaintenance(app.owner, async (trx) => {
    const { person_id: person } = await trx
      .selectFrom('learner')
      .select('person_id')
      .where('id', '=', of.learner)
      .executeTakeFirstOrThrow()
    for (const purpose of of.purposes) await addGrant(trx, app, { person, purpose })
    if (of.purposes.includes('research')) {
      await trx
        .updateTable('learner')
        .set({ shared: 'research', in_use: true })
        .where('id', '=', of.learner)
        .execute()
    }
    return person
  })
}

async function addGrant(trx: Trx, app: Running, { person, purpose }: { person: PersonId; purpose: Purpose }) {
  const id = app.world.newId<never>()
  const at = app.clock.now()
  const row = { workspace_id: app.workspace, person_id: person, purpose }
  await trx
    .insertInto('consent_event')
    .values({
      ...{ ...row, id, decision: 'given', text_version: 1, reading_level: 'parent', language: 'nl' },
      ...{ decided_by: person, decided_as: 'self', method: 'own-page', at, recorded_by: 'system' },
    })
    .execute()
  await trx
    .insertInto('consent_grant')
    .values({ ...row, event_id: id, since: at, held_at: null })
    .execute()
}

/** Answers with their receipts; gives the identifiers of the answers in their order. */
export async function sayInTrajectory(
  app: Running,
  trajectory: TrajectoryId,
  all: readonly Said[],
): Promise<LearningAnswerId[]> {
  return asMaintenance(app.owner, async (trx) => {
    const moments = await trx
      .selectFrom('trajectory_moment')
      .select(['id', 'key'])
      .where('trajectory_id', '=', trajectory)
      .execute()
    const ids: LearningAnswerId[] = []
    for (const said of all) {
      const moment = moments.find(({ key }) => key === said.moment)?.id
      if (moment === undefined) throw new Error(`There is no ${said.moment}`)
      ids.push(await addAnswer(trx, app, { said, moment, trajectory }))
    }
    return ids
  })
}

type Adding = { said: Said; moment: MomentId; trajectory: TrajectoryId }

async function addAnswer(
  trx: Trx,
  app: Running,
  { said, moment, trajectory }: Adding,
): Promise<LearningAnswerId> {
  const learner = await trx
    .selectFrom('learner')
    .select(['person_id', 'shared', 'in_use'])
    .where('id', '=', said.learner)
    .executeTakeFirstOrThrow()
  const id = app.world.newId<LearningAnswerId>()
  const within = {
    workspace_id: app.workspace,
    trajectory_id: trajectory,
    learner_id: said.learner,
    moment_id: moment,
  }
  const at = app.clock.now()
  await trx
    .insertInto('learning_answer')
    .values({
      ...{ ...within, id, person_id: learner.person_id, item_key: said.item, goal_id: null, at },
      ...{
        choice: said.choice ?? null,
        body: said.body ?? '',
        shared: learner.shared,
        in_use: learner.in_use,
      },
    })
    .execute()
  await trx
    .insertInto('moment_receipt')
    .values({ ...within, way: 'phone', at, entered_by: null, discarded: false })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return id
}
