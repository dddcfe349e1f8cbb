import { type SurveyAnswer, type SurveyFacts, surveyItems } from '@weerklank/core/learning/survey'
import type { TrajectoryEventId, TrajectoryId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Trx } from '../schema.ts'
import type { LectureSurveyTable } from './report.table.ts'

export type SurveyRow = Selectable<LectureSurveyTable>

/** Lectures of a trajectory that are open to all, in their order, with their survey as far as there is one. */
export async function openLectures(trx: Trx, trajectory: TrajectoryId) {
  const events = await trx
    .selectFrom('trajectory_event')
    .select(['id', 'title', 'at', 'is_open'])
    .where('trajectory_id', '=', trajectory)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const surveys = await trx
    .selectFrom('lecture_survey')
    .selectAll()
    .where('trajectory_id', '=', trajectory)
    .orderBy('event_id')
    .execute()
  return events.flatMap(({ is_open: isOpen, ...event }) => {
    const survey = surveys.find((one) => one.event_id === event.id)
    return isOpen || survey !== undefined ? [{ ...event, survey }] : []
  })
}

export async function findSurvey(trx: Trx, event: TrajectoryEventId): Promise<SurveyRow | undefined> {
  return trx.selectFrom('lecture_survey').selectAll().where('event_id', '=', event).executeTakeFirst()
}

/** The survey of a link by which someone came in. */
export async function surveyByLink(trx: Trx, hash: string) {
  return trx
    .selectFrom('lecture_survey')
    .select(['event_id', 'trajectory_id', 'closes_at', 'closed_at'])
    .where('token_hash', '=', hash)
    .executeTakeFirst()
}

/** False when there is one already. */
export async function insertSurvey(trx: Trx, row: Insertable<LectureSurveyTable>): Promise<boolean> {
  const done = await trx
    .insertInto('lecture_survey')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'event_id']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** Closes a survey, once; whoever counts at the same moment is waited for. Its slips go: they were there to count once. */
export async function closeSurvey(trx: Trx, event: TrajectoryEventId, at: Instant): Promise<boolean> {
  const closed = await trx
    .updateTable('lecture_survey')
    .set({ closed_at: at })
    .where('event_id', '=', event)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  await trx.deleteFrom('lecture_slip').where('event_id', '=', event).execute()
  return closed.numUpdatedRows === 1n
}

/** Raises what is counted; false when the survey was closed meanwhile, and nothing is counted. A page that was sent before changes nothing. */
export async function countSurvey(
  trx: Trx,
  of: { survey: Pick<SurveyRow, 'event_id' | 'trajectory_id'>; slip: string; answer: SurveyAnswer },
): Promise<boolean> {
  const { event_id: event, trajectory_id: trajectory } = of.survey
  const open = await trx
    .selectFrom('lecture_survey')
    .select('workspace_id')
    .where('event_id', '=', event)
    .where('closed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (open === undefined) return false
  const { numAffectedRows } = await sql`
    insert into lecture_slip (workspace_id, event_id, slip_hash)
    values (${open.workspace_id}, ${event}, ${of.slip}) on conflict do nothing`.execute(trx)
  if (numAffectedRows !== 1n) return true
  await sql`update lecture_survey set answered = answered + 1 where event_id = ${event}`.execute(trx)
  // Every question is written, whether or not it was answered: a row that moved last would tell what was.
  for (const { key } of surveyItems) {
    const choice = of.answer.choices[key]
    const words = of.answer.words[key]
    const tally = choice === undefined ? {} : { [choice]: 1 }
    await sql`
      insert into lecture_answer as a (workspace_id, event_id, item_key, trajectory_id, tally, texts)
      values (${open.workspace_id}, ${event}, ${key}, ${trajectory}, ${JSON.stringify(tally)}::jsonb,
        ${words === undefined ? [] : [words]}::text[])
      on conflict (workspace_id, event_id, item_key) do update set
        tally = case when ${choice ?? null}::text is null then a.tally
          else a.tally || jsonb_build_object(${choice ?? ''}::text, coalesce((a.tally->>${choice ?? ''})::integer, 0) + 1) end,
        texts = coalesce((select array_agg(text order by text collate "C") from unnest(a.texts || excluded.texts) text),
          '{}')`.execute(trx)
  }
  return true
}

/** The counts of surveys that are closed; the context must have these in reach, for `results`. */
export async function surveyFacts(
  trx: Trx,
  closed: readonly { event: TrajectoryEventId; title: string; n: number; usedElsewhere: boolean }[],
): Promise<SurveyFacts[]> {
  if (closed.length === 0) return []
  const rows = await trx
    .selectFrom('lecture_answer')
    .select(['event_id', 'item_key', 'tally', 'texts'])
    .where(
      'event_id',
      'in',
      closed.map(({ event }) => event),
    )
    .orderBy('event_id')
    .orderBy('item_key')
    .execute()
  return closed.map((one) => {
    const own = rows.filter((row) => row.event_id === one.event)
    return {
      ...one,
      tallies: Object.fromEntries(own.map((row) => [row.item_key, row.tally])),
      words: Object.fromEntries(own.map((row) => [row.item_key, row.texts])),
    }
  })
}

/** All names that are known here, to take them out of words: asked by the program, for that alone. */
export async function namesToTakeOut(trx: Trx, trajectory: TrajectoryId): Promise<string[]> {
  const members = await trx.selectFrom('member').select('name').execute()
  const participants = await trx.selectFrom('participant').select('name').distinct().execute()
  const learners = await trx
    .selectFrom('learner_name')
    .select('name')
    .where('trajectory_id', '=', trajectory)
    .execute()
  return [...members, ...participants, ...learners].map(({ name }) => name)
}
