/** What comes between the meetings of the trajectory of a story: a card that went to everybody, a choice, and a measure. */
import type { MeasureId, MemberId, NudgeId } from '@weerklank/core/shared/ids'
import { asMaintenance } from './access/accounts.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'
import type { BuiltLearning } from './test-story-learning.ts'

export type BuiltBetween = { nudge: NudgeId; measure: MeasureId }

export async function buildBetween(
  app: Running,
  of: { learning: BuiltLearning; by: MemberId },
): Promise<BuiltBetween> {
  const nudge = app.world.newId<NudgeId>()
  const measure = app.world.newId<MeasureId>()
  const now = app.clock.now()
  const within = { workspace_id: app.workspace, trajectory_id: of.learning.trajectory }
  await asMaintenance(app.owner, async (trx) => {
    await trx
      .insertInto('nudge')
      .values({
        ...{
          ...within,
          id: nudge,
          kind: 'question',
          card_key: 'question-tried',
          title: '',
          body: '',
          url: '',
        },
        ...{ event_id: null, moment_id: of.learning.moment, offset_days: 28, fixed_on: null, is_on: true },
        ...{ changed_by: of.by, changed_at: now, version: 1 },
      })
      .execute()
    await trx
      .insertInto('measure')
      .values({
        ...{ ...within, id: measure, name: 'Contactcheck', rhythm: 'once', people: 'clients', version: 1 },
        ...{ status: 'looked-at', reason: '', made_by: of.by, made_at: now, decided_at: null },
      })
      .execute()
    for (const learner of of.learning.learners) await insertHers(trx, app, { learner, within, nudge })
  })
  return { nudge, measure }
}

type Hers = {
  learner: BuiltLearning['learners'][number]
  within: { workspace_id: Running['workspace']; trajectory_id: BuiltLearning['trajectory'] }
  nudge: NudgeId
}

async function insertHers(trx: Trx, app: Running, { learner, within, nudge }: Hers): Promise<void> {
  const now = app.clock.now()
  const hers = { ...within, learner_id: learner.id }
  await trx
    .insertInto('nudge_sent')
    .values({ ...hers, nudge_id: nudge, person_id: learner.person, at: now, by_mail: false })
    .execute()
  await trx
    .insertInto('nudge_choice')
    .values({
      ...{ workspace_id: app.workspace, person_id: learner.person },
      ...{ off_since: now, changed_at: now },
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'person_id']).doNothing())
    .execute()
  await trx
    .insertInto('work_fact')
    .values({ ...hers, meetings: 'few', stage: 'underway', parents: 'often', at: now, entered_by: null })
    .execute()
}
