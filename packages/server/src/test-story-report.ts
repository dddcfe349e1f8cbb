/** The report of the trajectory of a story: words that may be quoted, a file that left, and a survey after the event. */
import type {
  LearningAnswerId,
  MemberId,
  TrajectoryEventId,
  TrajectoryExportId,
  TrajectoryQuoteId,
} from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { asMaintenance } from './access/accounts.ts'
import { newToken } from './http/link-token.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'
import type { BuiltLearning } from './test-story-learning.ts'

export type BuiltReport = {
  file: TrajectoryExportId
  answer: LearningAnswerId
  /** A lecture with questions that are open, their link, and a lecture without. */
  lecture: TrajectoryEventId
  surveyToken: string
  spare: TrajectoryEventId
}

type Of = { learning: BuiltLearning; by: MemberId }

/** Of each learner something that she shares, and a quote of it that waits for her answer. */
export async function buildReport(app: Running, { learning, by }: Of): Promise<BuiltReport> {
  const file = app.world.newId<TrajectoryExportId>()
  const now = app.clock.now()
  const within = { workspace_id: app.workspace, trajectory_id: learning.trajectory }
  const { token, hash } = newToken(app.workspace)
  return asMaintenance(app.owner, async (trx) => {
    await trx
      .insertInto('trajectory_report')
      .values({ ...within, title: 'Verslag', parts: '[]', changed_by: by, changed_at: now, version: 1 })
      .execute()
    await trx
      .insertInto('trajectory_export')
      .values({
        ...{ ...within, id: file, title: 'Verslag', format: 'docx', made_by: by, made_at: now },
        ...{ published_at: null, numbers: '[]' },
      })
      .execute()
    const answers: LearningAnswerId[] = []
    for (const learner of learning.learners)
      answers.push(await insertHers(trx, app, { learner, learning, file, by }))
    const [lecture, spare] = [
      await insertLecture(trx, app, learning),
      await insertLecture(trx, app, learning),
    ]
    await insertSurvey(trx, app, { learning, by, lecture, token, hash })
    const [answer] = answers
    if (answer === undefined) throw new Error('Somebody takes part')
    return { file, answer, lecture, spare, surveyToken: token }
  })
}

type Hers = Of & { learner: BuiltLearning['learners'][number]; file: TrajectoryExportId }

async function insertHers(
  trx: Trx,
  app: Running,
  { learner, learning, file, by }: Hers,
): Promise<LearningAnswerId> {
  const answer = app.world.newId<LearningAnswerId>()
  const now = app.clock.now()
  const person = { workspace_id: app.workspace, person_id: learner.person }
  await consentTo(trx, app, { person: learner.person })
  const within = { ...person, trajectory_id: learning.trajectory }
  await trx
    .insertInto('learning_answer')
    .values({
      ...{ ...within, id: answer, learner_id: learner.id, moment_id: learning.moment, item_key: 'tops' },
      ...{ goal_id: null, choice: null, body: 'Samen oefenen hielp.', at: now, shared: 'research' },
    })
    .execute()
  await trx
    .insertInto('trajectory_quote')
    .values({
      ...{ ...within, id: app.world.newId<TrajectoryQuoteId>(), learner_id: learner.id, answer_id: answer },
      ...{ goal_id: null, mention_id: null, asked_by: by, asked_at: now, decision: null, own_words: null },
      ...{ decided_at: null, withdrawn_at: null, purpose: null },
      pieces: JSON.stringify([{ by: 'speaker', words: 'Samen oefenen hielp.' }]),
    })
    .execute()
  await trx
    .insertInto('trajectory_export_person')
    .values({ ...within, export_id: file, is_quoted: false, withdrawn_at: null })
    .execute()
  return answer
}

/** Consent to research, where the story has none of hers yet. */
async function consentTo(
  trx: Trx,
  app: Running,
  { person }: { person: Hers['learner']['person'] },
): Promise<void> {
  const there = await trx
    .selectFrom('consent_grant')
    .select('person_id')
    .where('person_id', '=', person)
    .where('purpose', '=', 'research')
    .executeTakeFirst()
  if (there !== undefined) return
  const id = app.world.newId<never>()
  const at = app.clock.now()
  const row = { workspace_id: app.workspace, person_id: person, purpose: 'research' as const }
  await trx
    .insertInto('consent_event')
    .values({
      ...{ ...row, id, decision: 'given', text_version: 1, reading_level: 'parent', language: 'nl' },
      ...{ decided_by: person, decided_as: 'self', method: 'spoken', at, recorded_by: 'system' },
    })
    .execute()
  await trx
    .insertInto('consent_grant')
    .values({ ...row, event_id: id, since: at, held_at: null })
    .execute()
}

async function insertLecture(trx: Trx, app: Running, learning: BuiltLearning): Promise<TrajectoryEventId> {
  const id = app.world.newId<TrajectoryEventId>()
  await trx
    .insertInto('trajectory_event')
    .values({
      ...{ workspace_id: app.workspace, trajectory_id: learning.trajectory, id, kind: 'lecture' },
      ...{ title: 'Lezing', about: '', at: app.clock.now(), minutes: 120, place: '', video_url: '' },
      ...{ hours: 2, is_open: true, position: 1 },
    })
    .execute()
  return id
}

async function insertSurvey(
  trx: Trx,
  app: Running,
  { learning, lecture, by, token, hash }: Of & { lecture: TrajectoryEventId; token: string; hash: string },
): Promise<void> {
  const now = app.clock.now()
  const within = { workspace_id: app.workspace, event_id: lecture, trajectory_id: learning.trajectory }
  await trx
    .insertInto('lecture_survey')
    .values({
      ...{ ...within, token, token_hash: hash, answered: 1, opened_by: by, opened_at: now },
      ...{ closes_at: addDays(now, 14), closed_at: null },
    })
    .execute()
  await trx
    .insertInto('lecture_answer')
    .values({ ...within, item_key: 'working-together', tally: JSON.stringify({ well: 1 }), texts: [] })
    .execute()
  await trx
    .insertInto('lecture_slip')
    .values({ workspace_id: app.workspace, event_id: lecture, slip_hash: hash })
    .execute()
}
