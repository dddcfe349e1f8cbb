import { newestText } from '@weerklank/core/consent/consent-text'
import { momentAt } from '@weerklank/core/learning/trajectory.plan'
import type { PlannedLearner, TrajectoryPlan } from '@weerklank/core/learning/trajectory-file.plan'
import type {
  ConsentEventId,
  LearnerId,
  MomentId,
  PersonId,
  TrajectoryId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import { dayBounds } from '@weerklank/core/shared/time'
import { decide } from '../consent/consent.ts'
import type { Context } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import type { Importing } from './import.deps.ts'
import { insertReceipt } from './moment.repository.ts'

/** What every row of a learner's own words holds. */
export type ImportedLearner = {
  workspace_id: WorkspaceId
  trajectory_id: TrajectoryId
  learner_id: LearnerId
  person_id: PersonId
}

/** Lets everybody of a file in under her number: a person of her own, her consent, what came in. By number. */
export async function letIn(
  trx: Trx,
  of: Importing,
  { plan, moments }: { plan: TrajectoryPlan; moments: ReadonlyMap<string, MomentId> },
): Promise<ReadonlyMap<number, ImportedLearner>> {
  const learners = new Map<number, ImportedLearner>()
  for (const planned of plan.learners) {
    const learner = await keepLearner(trx, of, { planned, plan })
    learners.set(planned.number, learner)
    const { workspace_id, learner_id, trajectory_id } = learner
    for (const { moment, way, on, isKept } of planned.receipts) {
      const moment_id = moments.get(moment)
      if (moment_id === undefined) throw new Error(`The plan has no moment ${moment}`)
      await insertReceipt(trx, {
        ...{ workspace_id, moment_id, learner_id, trajectory_id, way, entered_by: null },
        ...{ at: momentAt(on, '12:00', of.workspace.timeZone), discarded: !isKept },
      })
    }
  }
  return learners
}

async function keepLearner(
  trx: Trx,
  of: Importing,
  { planned, plan }: { planned: PlannedLearner; plan: TrajectoryPlan },
): Promise<ImportedLearner> {
  const { deps, workspace, trajectory } = of
  const now = deps.world.now()
  const person_id = deps.world.newId<PersonId>()
  const learner = {
    ...{ workspace_id: workspace.id, trajectory_id: trajectory, person_id },
    learner_id: deps.world.newId<LearnerId>(),
  }
  // A file of this version holds no names. A lead can give her one.
  const name = `Deelnemer ${planned.number}`
  await trx
    .insertInto('person')
    .values({ workspace_id: workspace.id, id: person_id, name, born_on: null, created_at: now })
    .execute()
  if (planned.consent !== 'none') await say(trx, of, { person: person_id, isYes: true })
  if (planned.consent === 'withdrawn') await say(trx, of, { person: person_id, isYes: false })
  const { learner_id, ...whose } = learner
  await trx
    .insertInto('learner')
    .values({
      ...{ ...whose, id: learner_id, number: planned.number, member_id: null, voice: 'professional' },
      ...{ function: planned.function, organisation: planned.organisation, address: 'je', language: 'nl' },
      ...{ status: planned.status, stopped_on: planned.stoppedOn, stop_reason: null, exit_talk: 'none' },
      ...{ joined_at: dayBounds(plan.startsOn, workspace.timeZone).from, seen_at: null },
      ...{ changed_at: now, version: 1, shared: planned.consent === 'given' ? 'research' : null },
    })
    .execute()
  await trx
    .insertInto('learner_name')
    .values({ workspace_id: workspace.id, learner_id, trajectory_id: trajectory, name, email: '' })
    .execute()
  return learner
}

/** What stood on her form, through the one writer of consent: a yes on paper, or the no after it. */
async function say(
  trx: Trx,
  { deps, workspace }: Importing,
  { person, isYes }: { person: PersonId; isYes: boolean },
): Promise<void> {
  const context: Context = { workspace: workspace.id, actor: 'system', relations: [], persons: [person] }
  const { version } = newestText(deps.consentTexts.values(), 'research')
  await decide(trx, {
    deps,
    hand: { workspace, context, basis: 'command-line', relation: null },
    choice: {
      ...{ id: deps.world.newId<ConsentEventId>(), person, purpose: 'research', isYes, textVersion: version },
      ...{
        readingLevel: 'professional',
        language: 'nl',
        decidedBy: person,
        decidedAs: 'self',
        method: 'paper',
      },
    },
  })
}
