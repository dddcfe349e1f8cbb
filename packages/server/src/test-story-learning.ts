/** A learning trajectory for the people of a story: Noor leads it, her clients take part, each by a link of her own. */
import { standardForms } from '@weerklank/core/learning/moment-form.standard'
import type {
  LearnerId,
  MemberId,
  MomentId,
  ParticipantId,
  PersonId,
  TrajectoryEventId,
  TrajectoryId,
} from '@weerklank/core/shared/ids'
import { addDays, localDay } from '@weerklank/core/shared/time'
import { asMaintenance } from './access/accounts.ts'
import { newToken } from './http/link-token.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'

type Of = { by: MemberId; clients: readonly ParticipantId[] }

export type BuiltLearning = {
  trajectory: TrajectoryId
  event: TrajectoryEventId
  moment: MomentId
  /** Of each client, in the order of the story: Lina first. */
  learners: readonly { id: LearnerId; person: PersonId; token: string }[]
}

/** One event, one moment; everybody was there and handed something in. */
export async function buildLearning(app: Running, of: Of): Promise<BuiltLearning> {
  const built = {
    trajectory: app.world.newId<TrajectoryId>(),
    event: app.world.newId<TrajectoryEventId>(),
    moment: app.world.newId<MomentId>(),
  }
  return asMaintenance(app.owner, async (trx) => {
    await insertPlan(trx, app, { ...built, by: of.by, count: of.clients.length })
    const learners: BuiltLearning['learners'][number][] = []
    for (const [at, client] of of.clients.entries()) {
      learners.push(await insertLearner(trx, app, { ...built, by: of.by, client, number: at + 1 }))
    }
    return { ...built, learners }
  })
}

type Built = Omit<BuiltLearning, 'learners'>

async function insertPlan(
  trx: Trx,
  app: Running,
  of: Built & { by: MemberId; count: number },
): Promise<void> {
  const now = app.clock.now()
  const day = localDay(now, 'Europe/Amsterdam')
  const within = { workspace_id: app.workspace, trajectory_id: of.trajectory }
  await trx
    .insertInto('trajectory')
    .values({
      ...{
        workspace_id: app.workspace,
        id: of.trajectory,
        title: 'Samen leren',
        purpose: '',
        status: 'running',
      },
      ...{ template_key: 'equal-partners', copied_from: null, starts_on: day, ended_at: null, version: 1 },
      ...{ components: '[]', lead_ids: [of.by], member_ids: [of.by], learners: of.count },
      ...{ created_by: of.by, created_at: now, changed_at: now },
    })
    .execute()
  await trx
    .insertInto('trajectory_event')
    .values({
      ...{ ...within, id: of.event, kind: 'masterclass', title: 'Masterclass 1', about: '', at: now },
      ...{ minutes: 180, place: '', video_url: '', hours: 3, is_open: false, position: 0 },
    })
    .execute()
  await trx
    .insertInto('trajectory_moment')
    .values({
      ...{ ...within, id: of.moment, key: 'T1', kind: 'goals', title: 'Mijn leerdoel', position: 0 },
      ...{ opens_on: day, closes_on: day, form: JSON.stringify(standardForms.goals) },
    })
    .execute()
}

async function insertLearner(
  trx: Trx,
  app: Running,
  of: Built & { by: MemberId; client: ParticipantId; number: number },
) {
  const { person_id: person } = await trx
    .selectFrom('participant')
    .select('person_id')
    .where('id', '=', of.client)
    .executeTakeFirstOrThrow()
  const id = app.world.newId<LearnerId>()
  const now = app.clock.now()
  const { token, hash } = newToken(app.workspace)
  const within = { workspace_id: app.workspace, trajectory_id: of.trajectory, learner_id: id }
  await trx
    .insertInto('learner')
    .values({
      ...{
        workspace_id: app.workspace,
        trajectory_id: of.trajectory,
        id,
        number: of.number,
        person_id: person,
      },
      ...{ member_id: null, function: 'ouder', organisation: '', voice: 'kin', address: 'u', language: 'nl' },
      ...{ status: 'active', joined_at: now, seen_at: now, stopped_on: null, stop_reason: null },
      ...{ exit_talk: 'none', changed_at: now, version: 1, shared: null },
    })
    .execute()
  await trx
    .insertInto('learner_name')
    .values({ ...within, name: `Deelnemer ${of.number}`, email: '' })
    .execute()
  await trx
    .insertInto('learner_link')
    .values({ ...within, token_hash: hash, created_at: now, expires_at: addDays(now, 60), revoked_at: null })
    .execute()
  await trx
    .insertInto('moment_receipt')
    .values({ ...within, moment_id: of.moment, way: 'phone', at: now, entered_by: null, discarded: false })
    .execute()
  await trx
    .insertInto('event_attendance')
    .values({ ...within, event_id: of.event, attended: true, hours: 3, at: now, entered_by: of.by })
    .execute()
  return { id, person, token }
}
